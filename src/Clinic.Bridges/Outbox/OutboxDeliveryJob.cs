using System.Diagnostics;
using Clinic.Abstractions;
using Clinic.Bridges.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Outbox;

/// <summary>Brings the events of the outbox to every receiver, at least once.</summary>
/// <remarks>
/// An event is done when every receiver took it. When one fails, all get it again later: receivers know an event by its id.
/// While no receiver is registered events stay, so that none is lost.
/// </remarks>
public sealed class OutboxDeliveryJob(
    IOutbox outbox, IEnumerable<IOutboxReceiver> receivers, IClock clock, IOptions<OutboxDeliveryOptions> options, ILogger<OutboxDeliveryJob> logger)
    : IClinicJob
{
    private const int LongestError = 200;

    private readonly IReadOnlyList<IOutboxReceiver> receivers = [.. receivers];

    /// <inheritdoc/>
    public string Name => "clinic.outbox-delivery";

    /// <inheritdoc/>
    public Duration Every => Duration.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (receivers.Count == 0) return JobReport.Nothing;
        var (done, failed) = (0, 0);
        string? error = null;
        for (var batch = 0; batch < options.Value.BatchesPerRun; batch++)
        {
            var now = clock.GetCurrentInstant();
            var until = now + Duration.FromTimeSpan(options.Value.Lease);
            var leased = await outbox.LeaseAsync(tenant, now, until, options.Value.Batch, cancellationToken).ConfigureAwait(false);
            foreach (var occurrence in leased)
            {
                // Past half of the lease the rest waits for its end; somebody else may take it then.
                if (clock.GetCurrentInstant() > until - Duration.FromTimeSpan(options.Value.Lease / 2)) return new(done, failed, error);
                var failure = await DeliverAsync(tenant, occurrence, cancellationToken).ConfigureAwait(false);
                if (failure is null) done++;
                else failed++;
                error ??= failure;
            }

            if (leased.Count < options.Value.Batch) break;
        }

        return new(done, failed, error);
    }

    private async Task<string?> DeliverAsync(TenantId tenant, OutboxEvent occurrence, CancellationToken ct)
    {
        using var activity = BridgesTelemetry.Source.StartActivity("clinic.outbox.deliver");
        activity?.SetTag("clinic.event.type", occurrence.Type);
        var failure = await GiveToAllAsync(occurrence, ct).ConfigureAwait(false);
        activity?.SetStatus(failure is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, failure);
        if (failure is null)
        {
            await outbox.DeliveredAsync(tenant, occurrence.Id, clock.GetCurrentInstant(), ct).ConfigureAwait(false);
            BridgesTelemetry.Delivered(occurrence.Type);
            return null;
        }

        var failures = occurrence.Attempts + 1;
        var givesUp = failures >= options.Value.Attempts;
        var pause = BackOff.After(failures, options.Value.FirstPause, options.Value.LongestPause, Random.Shared.NextDouble());
        await outbox.FailedAsync(tenant, occurrence.Id, failure, givesUp ? null : clock.GetCurrentInstant() + pause, ct).ConfigureAwait(false);
        BridgesTelemetry.DeliveryFailed(occurrence.Type, givesUp);
        if (givesUp) Log.EventGivenUp(logger, occurrence.Id, occurrence.Type, failures, failure);
        else Log.EventNotDelivered(logger, occurrence.Id, occurrence.Type, failures, failure);
        return failure;
    }

    // One receiver that is out of order must not keep an event from the others.
    private async Task<string?> GiveToAllAsync(OutboxEvent occurrence, CancellationToken ct)
    {
        string? failure = null;
        foreach (var receiver in receivers)
        {
            try
            {
                await receiver.ReceiveAsync(occurrence, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                failure ??= Shortened($"{receiver.Name}: {Kinds.Of(e)}");
            }
        }

        return failure;
    }

    private static string Shortened(string text) => text.Length <= LongestError ? text : text[..LongestError];
}
