import { RichTextEditor as Editor } from '@mantine/tiptap'
import '@mantine/core/styles/Group.css'
import '@mantine/core/styles/ColorSwatch.css'
import '@mantine/core/styles/ColorPicker.css'
import '@mantine/core/styles/SimpleGrid.css'
import '@mantine/core/styles/Typography.css'
import '@mantine/tiptap/styles.css'
import { Link } from '@tiptap/extension-link'
import { useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { useRef } from 'react'
import textClasses from './rich-text.module.css'
import classes from './rich-text-editor.module.css'

interface RichTextEditorProps {
  readonly label: string
  readonly html: string
  readonly onType: (html: string) => void
  /** The focus went elsewhere, or ⌘/Ctrl + Enter was pressed. */
  readonly onLeave: (html: string) => void
  readonly onCancel: () => void
  /** ⌘/Ctrl + Enter, where that is more than leaving. */
  readonly onSend?: () => void
}

const extensions = [
  StarterKit.configure({ link: false }),
  Link.configure({ openOnClick: false, protocols: ['http', 'https', 'mailto'] }),
]

/** Rich text in the small set that the server keeps. */
export function RichTextEditor({ label, html, onType, onLeave, onCancel, onSend }: RichTextEditorProps) {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const editor = useEditor({
    extensions,
    content: html,
    autofocus: 'end',
    // The page admits no style elements that a script makes.
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: (change) => onType(written(change.editor.getHTML(), change.editor.isEmpty)),
  })
  const leave = () => {
    if (editor) onLeave(written(editor.getHTML(), editor.isEmpty))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears of the focus and the keys of the editor in it
    <fieldset
      className={classes.group}
      aria-label={label}
      onFocus={() => clearTimeout(leaving.current)}
      onBlur={() => {
        leaving.current = setTimeout(leave, 0)
      }}
      // Before the editor, for which ⌘/Ctrl + Enter is a new line.
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onCancel()
        } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          event.preventDefault()
          event.stopPropagation()
          if (onSend) onSend()
          else leave()
        }
      }}
    >
      <Editor editor={editor} className={classes.editor ?? ''}>
        <Editor.Toolbar className={classes.toolbar ?? ''}>
          <Editor.ControlsGroup>
            <Editor.Bold />
            <Editor.Italic />
            <Editor.Strikethrough />
            <Editor.Code />
            <Editor.Link />
          </Editor.ControlsGroup>
          <Editor.ControlsGroup>
            <Editor.BulletList />
            <Editor.OrderedList />
            <Editor.CodeBlock />
            <Editor.Blockquote />
          </Editor.ControlsGroup>
        </Editor.Toolbar>
        <Editor.Content className={textClasses.text ?? ''} />
      </Editor>
    </fieldset>
  )
}

const written = (html: string, isEmpty: boolean) => (isEmpty ? '' : html)
