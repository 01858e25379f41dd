import type { Workflow } from '../../workflows/kernel';
import { markdownTable } from './markdown-table';
import { shortName, stayingCommands, workflowDiagram } from './workflow-diagram';

const BEGIN = '<!-- generated: begin -->';
const END = '<!-- generated: end -->';

/**
 * The README with its generated part made anew from the workflows; what stands outside the markers is left as it is.
 * Throws when a marker is missing.
 */
export function withGeneratedPart(readme: string, workflows: readonly Workflow[]): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The README needs the markers ${BEGIN} and ${END}`);
  const chapters = workflows.map(chapterOf).join('\n\n');
  return `${readme.slice(0, begin)}${BEGIN}\n\n${chapters}\n\n${readme.slice(end)}`;
}

function chapterOf(workflow: Workflow): string {
  return [
    `## ${workflow.id}`,
    ['```mermaid', workflowDiagram(workflow), '```'].join('\n'),
    // Headings differ per workflow, so that each has an address of its own.
    `### Commands of ${workflow.id}`,
    commandTable(workflow),
    `### Refusals of ${workflow.id}`,
    refusalTable(workflow),
  ].join('\n\n');
}

function commandTable(workflow: Workflow): string {
  const staying = stayingCommands(workflow);
  const rows = Object.entries(workflow.definition.labels.commands).map(([command, { vi, en }]) => [
    `\`${shortName(command)}\``,
    vi,
    en,
    permissionsOf(workflow, command)
      .map((permission) => `\`${permission}\``)
      .join(', '),
    (staying.get(command) ?? []).map((state) => `\`${state}\``).join(', '),
  ]);
  return markdownTable(['command', 'tiếng Việt', 'English', 'permission', 'leaves the state in'], rows);
}

function permissionsOf({ transitions }: Workflow, command: string): readonly string[] {
  const ways = [transitions.opening, ...transitions.all()].filter((way) => way.command === command);
  return [...new Set(ways.flatMap((way) => way.permissions))];
}

function refusalTable({ definition }: Workflow): string {
  const rows = Object.values(definition.refusals).map(({ code, message }) => [`\`${code}\``, message.vi, message.en]);
  return markdownTable(['code', 'tiếng Việt', 'English'], rows);
}
