import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderSubjects } from '../../reminders';

/** Tells reminders what a dossier is called: by its number, and by the unit that has handed it in. */
@Injectable()
export class DossierReminders implements OnModuleInit {
  constructor(private readonly subjects: ReminderSubjects) {}

  onModuleInit(): void {
    this.subjects.register('dossier', async (rows, id) => {
      const [dossier] = await rows.rows<{ number: string; unit: string }>(
        'SELECT d.number, u.name AS "unit" FROM dossiers d JOIN units u ON u.id = d.unit_id WHERE d.id = ?',
        [id],
      );
      return dossier && { name: `${dossier.number}, ${dossier.unit}`, councilId: null };
    });
  }
}
