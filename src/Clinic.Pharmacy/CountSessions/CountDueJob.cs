using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Tells of controlled stock that was not counted in time, once per lot, place and missed count.</summary>
/// <remarks>The command id follows from the cause, so a second run, also in another process, finds the answer of the first.</remarks>
public sealed class CountDueJob : IClinicJob
{
    private const int MostPerRun = 500;

    private readonly IUnitOfWork work;
    private readonly IMedicationStore medications;
    private readonly IPresentationStore presentations;
    private readonly IStockStore stock;
    private readonly ICountStore counts;
    private readonly ISiteDirectory sites;
    private readonly CountSessionOptions options;
    private readonly IClock clock;

    internal CountDueJob(
        IUnitOfWork work, IMedicationStore medications, IPresentationStore presentations, IStockStore stock, ICountStore counts, ISiteDirectory sites,
        CountSessionOptions options, IClock clock)
    {
        this.work = work;
        this.medications = medications;
        this.presentations = presentations;
        this.stock = stock;
        this.counts = counts;
        this.sites = sites;
        this.options = options;
        this.clock = clock;
    }

    /// <inheritdoc/>
    public string Name => "pharmacy.count-due";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var all = await sites.SitesAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (all.Count == 0) return JobReport.Nothing;
        var now = clock.GetCurrentInstant().TruncateToMicroseconds();
        var places = new Dictionary<LocationId, Location>();
        foreach (var site in all)
        {
            foreach (var l in await sites.LocationsAsync(tenant, site.Id, cancellationToken).ConfigureAwait(false)) places[l.Id] = l;
        }

        var raised = 0;
        await foreach (var lying in ControlledAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            if (raised >= MostPerRun) break;
            var place = places.GetValueOrDefault(lying.Location);
            // The site is part of what was commanded: it must be the same on every run, whatever sites are opened or renamed meanwhile.
            if (place?.Kind != LocationKind.Transit && await RaiseAsync(tenant, place?.Site ?? all[0].Id, lying, now, cancellationToken).ConfigureAwait(false)) raised++;
        }

        return new(raised);
    }

    private async Task<bool> RaiseAsync(TenantId tenant, SiteId site, LotStock lying, Instant now, CancellationToken ct)
    {
        var last = await counts.LatestAsync(tenant, lying.Lot.Id, lying.Location, ct).ConfigureAwait(false);
        var due = (last?.Occurred ?? lying.Lot.Received) + options.Every(isControlled: true, ValueClass.A);
        if (due > now) return false;
        var notice = new CountDueNotice(lying.Lot.Id, lying.Lot.Number, lying.Lot.Presentation, lying.Location, last?.Occurred, due);
        var x = new CommandContext(tenant, site, Actor.System, "job", CommandOf($"{Name}|{tenant}|{lying.Lot.Id}|{lying.Location}|{due.ToUnixTimeTicks()}"));
        var answer = await work.RunAsync(x, new RaiseCountDue(notice), (unit, _) =>
        {
            unit.Publish(PharmacyEvents.CountDue, JsonSerializer.Serialize(notice, ClinicJson.Options));
            unit.Audit("count.due", PharmacyFacts.Balance(notice.Lot), $"at {notice.Location}");
            return Task.FromResult(new CountDueRaised(notice.Lot, unit.Now));
        }, ct).ConfigureAwait(false);
        return answer.At >= now;
    }

    private async IAsyncEnumerable<LotStock> ControlledAsync(TenantId tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var m in Pages.AllAsync(p => medications.ListAsync(tenant, null, p, ct)).ConfigureAwait(false))
        {
            if (m.Controlled == ControlledClass.None) continue;
            await foreach (var p in Pages.AllAsync(q => presentations.ListAsync(tenant, m.Id, null, q, ct)).ConfigureAwait(false))
            {
                await foreach (var s in Pages.AllAsync(q => stock.ListAsync(tenant, new StockQuery(p.Id), q, ct)).ConfigureAwait(false)) yield return s;
            }
        }
    }

    private static CommandId CommandOf(string cause)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(cause));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
    }
}
