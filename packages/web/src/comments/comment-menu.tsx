import { ActionIcon, Menu } from '@mantine/core'
import { isUnderWay } from '@runsheet/domain'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import classes from './comment.module.css'
import type { Comment } from './use-comments.ts'

interface CommentMenuProps {
  readonly comment: Comment
  readonly onEdit: () => void
  readonly onDelete: () => void
  readonly onFeature: () => void
}

/** What may be done with a comment; absent where that is nothing. While a run is under way words stay as they are. */
export function CommentMenu({ comment, onEdit, onDelete, onFeature }: CommentMenuProps) {
  const { comments: words } = useWords()
  const { plan } = useRoomState()
  const { permissions, isFeatured, author } = comment
  if (permissions.size === 0 || plan.runbook.archived) return null
  const isLocked = isUnderWay(plan.runbook.stage)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size={22}
          className={classes.more ?? ''}
          aria-label={words.moreAbout(author)}
        >
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={280}>
        {permissions.has('feature') && (
          <Menu.Item leftSection={<Icon name="star" size={14} />} onClick={onFeature}>
            {isFeatured ? words.unfeature : words.feature}
          </Menu.Item>
        )}
        {permissions.has('update') && (
          <Menu.Item leftSection={<Icon name="edit" size={14} />} disabled={isLocked} onClick={onEdit}>
            {words.edit}
          </Menu.Item>
        )}
        {permissions.has('destroy') && (
          <Menu.Item leftSection={<Icon name="trash" size={14} />} disabled={isLocked} onClick={onDelete}>
            {words.delete}
          </Menu.Item>
        )}
        {isLocked && permissions.has('update') && <Menu.Label fw={400}>{words.locked}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  )
}
