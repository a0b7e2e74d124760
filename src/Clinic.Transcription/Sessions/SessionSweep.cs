using Clinic.Abstractions;

namespace Clinic.Transcription.Sessions;

/// <summary>One pass of a job over sessions: a failure of one leaves the others alone.</summary>
internal static class SessionSweep
{
    public static async Task<JobReport> RunAsync(Func<Task<IReadOnlyList<SessionId>>> find, Func<SessionId, Task> work, CancellationToken ct)
    {
        var (done, failed, error) = (0, 0, (string?)null);
        foreach (var id in await find().ConfigureAwait(false))
        {
            try
            {
                await work(id).ConfigureAwait(false);
                done++;
            }
#pragma warning disable CA1031 // Whatever one session meets, the others are looked at all the same and this one comes again.
            catch (Exception e) when (e is not OutOfMemoryException && (e is not OperationCanceledException || !ct.IsCancellationRequested))
#pragma warning restore CA1031
            {
                failed++;
                error ??= e.GetType().Name;
            }
        }

        return new(done, failed, error);
    }
}
