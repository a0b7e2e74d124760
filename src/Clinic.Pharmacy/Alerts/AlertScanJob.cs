using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Looks at some presentations per run and goes on where it stopped; a round begins with the open discrepancies.</summary>
/// <remarks>Two runs at once and a run that dies in the middle raise nothing twice and lose nothing: a cause that stands is unique in the store.</remarks>
public sealed class AlertScanJob : IClinicJob
{
    private readonly AlertScan scan;
    private readonly IUnitOfWork work;
    private readonly IAlertScanStore states;
    private readonly IPresentationStore presentations;
    private readonly AlertOptions options;
    private readonly IClock clock;

    internal AlertScanJob(AlertScan scan, IUnitOfWork work, IAlertScanStore states, IPresentationStore presentations, AlertOptions options, IClock clock)
    {
        this.scan = scan;
        this.work = work;
        this.states = states;
        this.presentations = presentations;
        this.options = options;
        this.clock = clock;
    }

    /// <inheritdoc/>
    public string Name => "pharmacy.alerts";

    /// <inheritdoc/>
    public Duration Every => Duration.FromMinutes(15);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var at = await scan.SitesAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (at.Count == 0) return JobReport.Nothing;
        var site = at[0].Site.Id;
        var state = await states.FindAsync(tenant, cancellationToken).ConfigureAwait(false);
        var now = Judged(clock.GetCurrentInstant().TruncateToMicroseconds(), state);
        // Before anything is judged: a run that dies must not forget how late it was already.
        await NoteAsync(tenant, site, state, state?.After, now, 0, cancellationToken).ConfigureAwait(false);
        state = await states.FindAsync(tenant, cancellationToken).ConfigureAwait(false);
        var book = await scan.BookAsync(tenant, cancellationToken).ConfigureAwait(false);
        var changed = 0;
        if (state?.After is null)
        {
            var answer = await scan.DiscrepanciesAsync(tenant, site, book, now, cancellationToken).ConfigureAwait(false);
            changed += answer.Raised + answer.Ended;
        }

        var page = await presentations.ListAsync(tenant, null, null, new PageRequest(options.PresentationsPerRun, state?.After), cancellationToken).ConfigureAwait(false);
        foreach (var presentation in page.Items)
        {
            var answer = await scan.PresentationAsync(tenant, presentation, book, at, now, cancellationToken).ConfigureAwait(false);
            changed += answer.Raised + answer.Ended;
        }

        await scan.AnnounceAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        await NoteAsync(tenant, site, state, page.Next, now, page.Next is null ? 1 : 0, cancellationToken).ConfigureAwait(false);
        return new(changed);
    }

    // A clock that was set back a little would undo and repeat a day; one that lies far back was wrong before.
    private Instant Judged(Instant now, AlertScanState? state) =>
        state is not null && now < state.Latest && state.Latest - now <= options.ClockBack ? state.Latest : now;

    private Task<AlertScanAnswer> NoteAsync(TenantId tenant, SiteId site, AlertScanState? read, string? after, Instant now, int rounds, CancellationToken ct)
    {
        var command = new NoteAlertScan(after, now, read?.Version ?? 0);
        return work.RunAsync(scan.Job(tenant, site), command, async (unit, c) =>
        {
            var found = await states.FindAsync(tenant, c).ConfigureAwait(false);
            // Another run was there in the meantime and noted the same or more.
            if ((found?.Version ?? 0) != command.Version) return new AlertScanAnswer(0, 0);
            states.Save(unit, new(after, now, (found?.Rounds ?? 0) + rounds, command.Version + 1));
            unit.Audit("alerts.scanned", AlertScanState.FactOf(tenant), rounds > 0 ? "round finished" : null);
            return new AlertScanAnswer(0, 0);
        }, ct);
    }
}
