using Clinic.Abstractions;
using Clinic.Dispensing.Rights;
using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>Looks through the deliveries of a site for losses that keep a pattern. It asks people to look and decides nothing.</summary>
public sealed class LossReviews
{
    private readonly DispensingDesk desk;
    private readonly ISiteDirectory sites;
    private readonly ILossRowStore rows;
    private readonly IWorkedHours? hours;
    private readonly ShiftPlan plan;
    private readonly LossPatternOptions options;

    internal LossReviews(DispensingDesk desk, ISiteDirectory sites, ILossRowStore rows, IWorkedHours? hours, ShiftPlan plan, LossPatternOptions options)
    {
        this.desk = desk;
        this.sites = sites;
        this.rows = rows;
        this.hours = hours;
        this.plan = plan;
        this.options = options;
    }

    /// <summary>Reads the period twice: once to find groups, once for the rows behind them. Memory does not grow with the rows.</summary>
    /// <exception cref="DispensingException">The role is missing, or the period is backwards or too long.</exception>
    public async Task<LossReview> ReviewAsync(CommandContext x, ReviewLosses command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        await desk.Work.RunAsync(x, command, (unit, _) => Task.FromResult(Note(unit, command)), cancellationToken).ConfigureAwait(false);
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false)
            ?? throw new ArgumentException("The context names a site that does not exist.", nameof(x));
        var from = site.Zone.AtStartOfDay(command.From).ToInstant();
        var until = site.Zone.AtStartOfDay(command.Through.PlusDays(1)).ToInstant();
        var worked = hours is null ? null : await hours.HoursAsync(x.Tenant, x.Site, from, until, cancellationToken).ConfigureAwait(false);
        var scan = new LossScan(plan, site.Zone, options, worked);
        await ReadAsync(x, from, until, scan.Add, cancellationToken).ConfigureAwait(false);
        var findings = scan.Find();
        if (findings.Any) await ReadAsync(x, from, until, findings.Add, cancellationToken).ConfigureAwait(false);
        return new(command.From, command.Through, scan.Rows, findings.Patterns);
    }

    private int Note(IUnit unit, ReviewLosses command)
    {
        var failures = new Failures();
        DispensingRights.CheckRole(failures, unit.Context.Actor, DispensingAct.ReviewLosses);
        var days = Period.DaysBetween(command.From, command.Through) + 1;
        failures.Require(days >= 1 && days <= options.LongestDays, DispensingRules.FieldInvalid,
            ("field", "through"), ("found", FormattableString.Invariant($"{days} days")), ("allowed", FormattableString.Invariant($"1 to {options.LongestDays} days")));
        failures.ThrowIfAny();
        unit.Audit("losses.reviewed", new("core.site", unit.Context.Site.Value), $"{command.From:uuuu-MM-dd} to {command.Through:uuuu-MM-dd}");
        return days;
    }

    private async Task ReadAsync(CommandContext x, Instant from, Instant until, RowReader read, CancellationToken ct)
    {
        string? after = null;
        do
        {
            var page = await rows.ListAsync(x.Tenant, x.Site, from, until, new PageRequest(PageRequest.LargestSize, after), ct).ConfigureAwait(false);
            foreach (var row in page.Items) read(row);
            after = page.Next;
        }
        while (after is not null);
    }

    private delegate void RowReader(in LossRow row);
}
