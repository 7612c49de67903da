import { Menu } from '@mantine/core'
import { useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { runAction } from '../actions/run-action.ts'
import { viewActions } from '../actions/view-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { ViewControls } from '../runbook/view-controls.tsx'
import { exportPng, exportSvg } from './export-map.ts'
import classes from './map.module.css'
import type { Scene } from './scene.ts'

const lightCritical = viewActions.find(({ id }) => id === 'path.critical')

/** In the bar of views: what is lit, and export. */
export function MapControls({ context, scene }: { context: ActionContext; scene: Scene | undefined }) {
  const { map, app } = useWords()
  const [note, setNote] = useState<string | undefined>(undefined)
  const { hand, ui } = context
  const endLit = () => ui.set({ isCriticalLit: false, pathOf: null })
  return (
    <ViewControls>
      {note !== undefined && (
        <button
          type="button"
          className={classes.chip}
          aria-label={`${note} ${app.close}`}
          onClick={() => setNote(undefined)}
        >
          <span role="status">{note}</span>
          <Icon name="close" size={12} />
        </button>
      )}
      {hand.pathOf !== null ? (
        <button
          type="button"
          className={`${classes.chip} ${classes.chipPath}`}
          title={map.endLit}
          onClick={endLit}
        >
          <Icon name="path" size={13} />
          {map.pathOf(hand.pathOf)}
          {scene?.lit.kind === 'path' && (
            <span className={classes.chipMore}>
              {map.beforeAfter(scene.lit.beforeCount, scene.lit.afterCount)}
            </span>
          )}
          <Icon name="close" size={12} />
        </button>
      ) : hand.isCriticalLit ? (
        <button
          type="button"
          className={`${classes.chip} ${classes.chipCritical}`}
          title={map.endLit}
          onClick={endLit}
        >
          <Icon name="pulse" size={13} />
          {map.criticalLit}
          <Icon name="close" size={12} />
        </button>
      ) : (
        lightCritical && (
          <button
            type="button"
            className={`${classes.chip} ${classes.chipButton}`}
            aria-pressed={false}
            onClick={() => runAction(lightCritical, context)}
          >
            <Icon name="pulse" size={13} {...(classes.pulse ? { className: classes.pulse } : {})} />
            {map.lightCritical}
          </button>
        )
      )}
      <Menu>
        <Menu.Target>
          <button type="button" className={`${classes.chip} ${classes.chipButton}`}>
            <Icon name="download" size={13} />
            {map.exportMap}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!scene} onClick={() => scene && exportSvg(scene)}>
            {map.asSvg}
          </Menu.Item>
          <Menu.Item
            disabled={!scene}
            onClick={() => {
              if (scene) void exportPng(scene).then(setNote)
            }}
          >
            {map.asPng}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </ViewControls>
  )
}
