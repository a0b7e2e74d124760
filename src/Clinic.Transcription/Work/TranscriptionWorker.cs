using Clinic.Abstractions;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>Does the work of the queue that is due: transcribing, erasing and whatever steps are registered.</summary>
/// <remarks>Safe in any number of processes. One that dies leaves its piece to the next after the lease.</remarks>
public sealed class TranscriptionWorker : IClinicJob
{
    private const int PerRun = 50;

    private readonly WorkQueue queue;
    private readonly Dictionary<string, IWorkStep> steps;
    private readonly WorkOptions options;
    private readonly IClock clock;
    private readonly string owner;

    internal TranscriptionWorker(WorkQueue queue, IEnumerable<IWorkStep> steps, WorkOptions options, IClock clock, IIdGenerator ids)
    {
        this.queue = queue;
        this.steps = steps.ToDictionary(s => s.Kind, StringComparer.Ordinal);
        this.options = options;
        this.clock = clock;
        owner = ClinicId.Text(ids.Next());
    }

    /// <inheritdoc/>
    public string Name => "transcription.work";

    /// <inheritdoc/>
    public Duration Every => Duration.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (done, failed, error) = (0, 0, (string?)null);
        for (var i = 0; i < PerRun; i++)
        {
            if (await queue.LeaseAsync(tenant, owner, cancellationToken).ConfigureAwait(false) is not { } lease) break;
            if (await RunAsync(lease, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                failed++;
                error ??= failure;
            }
            else done++;
        }

        return new(done, failed, error);
    }

    private async Task<string?> RunAsync(WorkLease lease, CancellationToken ct)
    {
        if (!steps.TryGetValue(lease.Item.Kind, out var step))
        {
            // Another process may know it; where none does, the figures of the queue show it.
            await queue.PostponeAsync(lease, clock.GetCurrentInstant() + options.WaitingPause, ct).ConfigureAwait(false);
            return TranscriptionRules.WorkKindUnknown;
        }

        // Whoever had it before died too often with it.
        if (lease.Item.Attempts > options.MostAttempts && !step.NeverGivesUp) return await FailedAsync(lease, step, FailureKind.Unknown, retryable: false, ct).ConfigureAwait(false);
        try
        {
            switch (await WhileLeasedAsync(lease, step, ct).ConfigureAwait(false))
            {
                case WorkResult.Done:
                    await queue.CompleteAsync(lease, ct).ConfigureAwait(false);
                    return null;
                case WorkResult.NotBefore wait:
                    await queue.PostponeAsync(lease, wait.At, ct).ConfigureAwait(false);
                    return null;
                case WorkResult.Failed failure:
                    return await FailedAsync(lease, step, failure.Kind, retryable: true, ct).ConfigureAwait(false);
                default:
                    return null;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "LeaseLost";
        }
#pragma warning disable CA1031 // Whatever a step throws, the others are done all the same and this one comes again.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            await FailedAsync(lease, step, FailureKind.Unknown, retryable: true, ct).ConfigureAwait(false);
            return e.GetType().Name;
        }
    }

    private async Task<string?> FailedAsync(WorkLease lease, IWorkStep step, FailureKind kind, bool retryable, CancellationToken ct)
    {
        await queue.FailAsync(lease, new ProviderFailure(kind, retryable), step, ct).ConfigureAwait(false);
        return kind.ToString();
    }

    // The lease is renewed at a third of its time; where that fails somebody else has the piece, or nobody wants it.
    private async Task<WorkResult> WhileLeasedAsync(WorkLease lease, IWorkStep step, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(lease, stop, finished.Token);
        try
        {
            return await step.RunAsync(lease, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await finished.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }
    }

    private async Task RenewAsync(WorkLease lease, CancellationTokenSource stop, CancellationToken finished)
    {
        try
        {
            while (true)
            {
                await Task.Delay((options.Lease / 3).ToTimeSpan(), finished).ConfigureAwait(false);
                if (await queue.RenewAsync(lease, finished).ConfigureAwait(false)) continue;
                await stop.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The step has ended.
        }
#pragma warning disable CA1031 // A database that does not answer must not hide how the step ended; the commit of its end finds out.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
