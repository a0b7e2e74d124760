using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Register;

/// <summary>The register of controlled medicines: a view of the ledger that nobody writes to.</summary>
public sealed class ControlledRegister
{
    private static readonly Duration LongestPeriod = Duration.FromDays(366);
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private readonly IUnitOfWork work;
    private readonly IMedicationStore medications;
    private readonly IPresentationStore presentations;
    private readonly ILotStore lots;
    private readonly IMovementStore movements;
    private readonly ISiteDirectory sites;
    private readonly IPersonDirectory people;
    private readonly IReadOnlyList<IMovementFacts> facts;

    internal ControlledRegister(
        IUnitOfWork work, IMedicationStore medications, IPresentationStore presentations, ILotStore lots, IMovementStore movements, ISiteDirectory sites,
        IPersonDirectory people, IEnumerable<IMovementFacts> facts)
    {
        this.work = work;
        this.medications = medications;
        this.presentations = presentations;
        this.lots = lots;
        this.movements = movements;
        this.sites = sites;
        this.people = people;
        this.facts = [.. facts];
    }

    /// <summary>Every controlled lot and place that held something or moved in the period, by lot and location id; paged.</summary>
    /// <exception cref="PharmacyException">The role is missing, or the period is malformed.</exception>
    public async Task<Page<RegisterAccount>> AccountsAsync(CommandContext x, RegisterQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        var sheets = await SheetsAsync(x, query, cancellationToken).ConfigureAwait(false);
        return Cut(sheets.Select(s => s.Account), page, a => $"{a.Lot}|{a.Location}");
    }

    /// <summary>The lines of the period by lot, location and the order of the ledger; paged.</summary>
    /// <exception cref="PharmacyException">The role is missing, or the period is malformed.</exception>
    public async Task<Page<RegisterLine>> LinesAsync(CommandContext x, RegisterQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        var sheets = await SheetsAsync(x, query, cancellationToken).ConfigureAwait(false);
        return Cut(sheets.SelectMany(s => s.Lines), page, l => string.Create(
            CultureInfo.InvariantCulture, $"{l.Lot}|{l.Location}|{l.Occurred.ToUnixTimeMicroseconds():D20}|{l.Recorded.ToUnixTimeMicroseconds():D20}|{l.Sequence:D20}"));
    }

    /// <summary>The period as pages to print, A4 landscape, in Spanish or English.</summary>
    /// <exception cref="PharmacyException">The role is missing, or the period is malformed.</exception>
    public async Task<string> HtmlAsync(CommandContext x, RegisterQuery query, string language, CancellationToken cancellationToken = default)
    {
        var sheets = await SheetsAsync(x, query, cancellationToken).ConfigureAwait(false);
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        var departments = (await sites.DepartmentsAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false)).ToDictionary(d => d.Id, d => d.Name);
        return RegisterPrint.Html(sheets, query, site, departments, language);
    }

    /// <summary>The lines of the period as CSV by RFC 4180, UTF-8; no cell is a formula.</summary>
    /// <exception cref="PharmacyException">The role is missing, or the period is malformed.</exception>
    public async Task<string> CsvAsync(CommandContext x, RegisterQuery query, CancellationToken cancellationToken = default) =>
        await RegisterCsv.TextAsync(await SheetsAsync(x, query, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The accounts of the period with their lines; notes the look in the audit first.</summary>
    /// <exception cref="PharmacyException">The role is missing, or the period is malformed.</exception>
    public async Task<IReadOnlyList<RegisterSheet>> SheetsAsync(CommandContext x, RegisterQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(query);
        await work.RunAsync(x, new ReadRegister(query), (unit, _) =>
        {
            var failures = new Failures();
            PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.ReadRegister);
            failures.Require(query.From < query.Until && query.Until - query.From <= LongestPeriod, PharmacyRules.FieldInvalid, ("field", "until"), ("found", query.Until), ("allowed", "after from, at most 366 days later"));
            failures.ThrowIfAny();
            unit.Audit("register.read", new("core.person", x.Actor.Person.Value), string.Create(CultureInfo.InvariantCulture, $"{query.From} to {query.Until}"));
            return Task.FromResult(true);
        }, cancellationToken).ConfigureAwait(false);
        var sheets = new List<RegisterSheet>();
        var names = new Names(x.Tenant, sites, people);
        await foreach (var (presentation, medication) in ControlledAsync(x.Tenant, query, cancellationToken).ConfigureAwait(false))
            sheets.AddRange(await OfAsync(x.Tenant, presentation, medication, query, names, cancellationToken).ConfigureAwait(false));
        return [.. sheets.OrderBy(s => $"{s.Account.Lot}|{s.Account.Location}", StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<RegisterSheet>> OfAsync(
        TenantId tenant, Presentation presentation, Medication medication, RegisterQuery query, Names names, CancellationToken ct)
    {
        var stock = new StockQuery(presentation.Id, query.Lot, query.Location);
        var opening = (await movements.AsOfAsync(tenant, new AsOfQuery(stock, query.From - Microsecond), ct).ConfigureAwait(false)).ToDictionary(b => (b.Lot, b.Location), b => b.OnHand);
        var moved = new List<StockMovement>();
        var wanted = new MovementQuery { Presentation = presentation.Id, Lot = query.Lot, Location = query.Location, From = query.From, Until = query.Until };
        await foreach (var m in Pages.AllAsync(p => movements.ListAsync(tenant, wanted, p, ct)).ConfigureAwait(false)) moved.Add(m);
        var known = await FactsAsync(tenant, moved, ct).ConfigureAwait(false);
        var taken = moved.Where(m => m.Reverses is not null).Select(m => m.Reverses!.Value).ToHashSet();
        var byAccount = moved.ToLookup(m => (m.Lot, m.Location));
        var sheets = new List<RegisterSheet>();
        foreach (var key in opening.Keys.Union(byAccount.Select(g => g.Key)))
        {
            var lot = (await lots.FindAsync(tenant, key.Lot, ct).ConfigureAwait(false))!;
            var before = opening.GetValueOrDefault(key, StockQuantity.Zero(lot.Scale));
            var lines = new List<RegisterLine>();
            foreach (var (m, balance) in RegisterProjection.Of(before, byAccount[key]))
                lines.Add(await LineAsync(m, balance, known.GetValueOrDefault(m.Id), taken, names, ct).ConfigureAwait(false));
            var account = new RegisterAccount(
                presentation.Id, $"{presentation.Code} {presentation.Name}", presentation.BaseUnit, medication.Controlled, lot.Id, lot.Number, lot.Expiration?.Plain(),
                key.Location, await names.LocationAsync(key.Location, ct).ConfigureAwait(false), before,
                Sum(lines, MovementDirection.In, lot.Scale), Sum(lines, MovementDirection.Out, lot.Scale), lines.Count > 0 ? lines[^1].Balance : before,
                lines.Count, lines.Count(l => l.IsUnwitnessed));
            var shown = query.UnwitnessedOnly ? lines.Where(l => l.IsUnwitnessed).ToList() : lines;
            if (shown.Count > 0 || !query.UnwitnessedOnly) sheets.Add(new(account, shown));
        }

        return sheets;
    }

    private static async Task<RegisterLine> LineAsync(
        StockMovement m, StockQuantity balance, MovementFacts? facts, HashSet<MovementId> taken, Names names, CancellationToken ct)
    {
        PersonId[] witnesses = [.. (facts?.Witnesses ?? []).Where(w => w != m.Actor).Distinct()];
        var said = new List<string>();
        foreach (var witness in witnesses)
        {
            if (await names.PersonAsync(witness, ct).ConfigureAwait(false) is { } name) said.Add(name);
        }

        // A mistake that was taken back in the same period handed nothing out.
        var alone = m is { Kind: MovementKind.Issue, Reverses: null } && !taken.Contains(m.Id) && witnesses.Length == 0;
        return new(
            m.Id, m.Posting, m.Lot, m.Location, m.Occurred, m.Recorded, m.Sequence, m.Kind, m.Direction, m.Quantity, balance, m.Actor,
            await names.PersonAsync(m.Actor, ct).ConfigureAwait(false), witnesses, said, facts?.Prescription, m.Target?.Department, m.Target?.Patient, m.Document,
            m.Reason, m.Reverses, alone);
    }

    private async Task<Dictionary<MovementId, MovementFacts>> FactsAsync(TenantId tenant, List<StockMovement> moved, CancellationToken ct)
    {
        var known = new Dictionary<MovementId, MovementFacts>();
        if (moved.Count == 0) return known;
        foreach (var source in facts)
        {
            foreach (var (movement, fact) in await source.FindAsync(tenant, moved, ct).ConfigureAwait(false)) known.TryAdd(movement, fact);
        }

        return known;
    }

    private async IAsyncEnumerable<(Presentation, Medication)> ControlledAsync(
        TenantId tenant, RegisterQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var m in Pages.AllAsync(p => medications.ListAsync(tenant, null, p, ct)).ConfigureAwait(false))
        {
            if (m.Controlled == ControlledClass.None) continue;
            await foreach (var p in Pages.AllAsync(q => presentations.ListAsync(tenant, m.Id, null, q, ct)).ConfigureAwait(false))
            {
                if (query.Presentation is null || query.Presentation == p.Id) yield return (p, m);
            }
        }
    }

    private static StockQuantity Sum(List<RegisterLine> lines, MovementDirection direction, int scale) =>
        lines.Where(l => l.Direction == direction).Aggregate(StockQuantity.Zero(scale), (sum, l) => sum + l.Quantity);

    private static Page<T> Cut<T>(IEnumerable<T> all, PageRequest page, Func<T, string> mark)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Paging.Cut([.. all.Where(i => page.After is null || string.CompareOrdinal(mark(i), page.After) > 0).Take(page.Size + 1)], page, mark);
    }

    private sealed class Names(TenantId tenant, ISiteDirectory sites, IPersonDirectory people)
    {
        private readonly Dictionary<PersonId, string?> persons = [];
        private readonly Dictionary<LocationId, string> places = [];

        public async Task<string?> PersonAsync(PersonId id, CancellationToken ct)
        {
            if (!persons.TryGetValue(id, out var name)) persons.Add(id, name = (await people.FindAsync(tenant, id, ct).ConfigureAwait(false))?.Name);
            return name;
        }

        public async Task<string> LocationAsync(LocationId id, CancellationToken ct)
        {
            if (!places.TryGetValue(id, out var name)) places.Add(id, name = (await sites.FindLocationAsync(tenant, id, ct).ConfigureAwait(false))?.Name ?? id.ToString());
            return name;
        }
    }
}
