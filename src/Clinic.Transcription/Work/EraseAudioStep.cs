using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Work;

/// <summary>Erases the audio of a session when its time has come.</summary>
internal sealed class EraseAudioStep(ISessionStore sessions, AudioEraser eraser) : IWorkStep
{
    public string Kind => SessionEffects.EraseAudio;

    // A vault that does not answer for a day must not keep what was to be erased.
    public bool NeverGivesUp => true;

    public async Task<WorkResult> RunAsync(WorkLease lease, CancellationToken cancellationToken)
    {
        if (await eraser.DueAsync(lease.Tenant, lease.Item.Session, cancellationToken).ConfigureAwait(false) is null)
        {
            // Done before, held, or planned anew with work of its own; the plan is looked at again where it moved on.
            var found = await sessions.FindAsync(lease.Tenant, lease.Item.Session, cancellationToken).ConfigureAwait(false);
            return found is { HasAudio: true } && found.ToSnapshot() is { IsHeld: false, EraseAudioAt: { } at } ? new WorkResult.NotBefore(at) : new WorkResult.Done();
        }

        await eraser.EraseAsync(lease.NewContext(), lease.Item.Session, lease.StageDoneAsync, cancellationToken).ConfigureAwait(false);
        return new WorkResult.Told();
    }

    public Task GivenUpAsync(IUnit unit, WorkItem item, CancellationToken cancellationToken) => Task.CompletedTask;
}
