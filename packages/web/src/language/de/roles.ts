import type { Words } from '../en/index.ts'

export const roles: Words['roles'] = {
  names: {
    owner: 'Eigentümer',
    global_user_admin: 'Personenverwalter',
    global_stakeholder: 'Beobachter des Ganzen',
    sso_admin: 'SSO-Verwalter',
    developer: 'Entwickler',
    integrations_admin: 'Verwalter von Integrationen',
    custom_fields_admin: 'Verwalter eigener Felder',
    custom_field_data_manager: 'Verwalter von Datenquellen',
    workspace_manager: 'Leiter des Arbeitsbereichs',
    workspace_runbook_creator: 'Ersteller im Arbeitsbereich',
    workspace_stakeholder: 'Beobachter des Arbeitsbereichs',
    workspace_member: 'Mitglied des Arbeitsbereichs',
    centralised_team_manager: 'Leiter zentraler Teams',
    folder_manager: 'Leiter des Ordners',
    folder_runbook_creator: 'Ersteller im Ordner',
    folder_stakeholder: 'Beobachter des Ordners',
    runbook_admin: 'Verwalter des Runbooks',
    stream_editor: 'Bearbeiter des Strangs',
    runbook_team_member: 'Mitwirkender am Runbook',
  },
  may: {
    owner: 'Darf alles.',
    global_user_admin:
      'Darf Personen hinzufügen, ändern und archivieren, jede Rolle außer der des Eigentümers vergeben und Tokens von Programmen ausstellen. Liest keine Runbooks.',
    global_stakeholder: 'Darf alles lesen und das Protokoll prüfen. Ändert nichts.',
    sso_admin: 'Noch nichts: Single Sign-on kommt später.',
    developer: 'Darf Tokens ausstellen und mit ihnen die API aufrufen, im Rahmen der anderen Rollen.',
    integrations_admin: 'Darf Integrationen verwalten.',
    custom_fields_admin: 'Darf eigene Felder, ihre Gruppen, Werte und Datenquellen verwalten.',
    custom_field_data_manager: 'Darf die Datenquellen eigener Felder verwalten.',
    workspace_manager:
      'Darf den Arbeitsbereich, seine Ordner, Typen und zentralen Teams ändern, darin Rollen vergeben und alles darin lesen.',
    workspace_runbook_creator: 'Darf überall im Arbeitsbereich Runbooks anlegen.',
    workspace_stakeholder: 'Darf alles im Arbeitsbereich lesen. Ändert nichts.',
    workspace_member: 'Sieht den Arbeitsbereich und kann zu dessen Runbooks und Teams hinzugefügt werden.',
    centralised_team_manager: 'Darf bestimmen, wer in den zentralen Teams ist.',
    folder_manager:
      'Darf den Ordner und die darunter ändern, auf ihnen Rollen vergeben und alles darin lesen.',
    folder_runbook_creator: 'Darf im Ordner und darunter Runbooks anlegen.',
    folder_stakeholder: 'Darf lesen, was im Ordner und darunter liegt. Ändert nichts.',
    runbook_admin: 'Darf alles am Runbook: Plan, Personen, Lauf.',
    stream_editor: 'Darf die Aufgaben des Strangs und der darunter ändern, starten und beenden.',
    runbook_team_member: 'Darf das Runbook lesen, kommentieren und Zugewiesenes starten und beenden.',
  },
}
