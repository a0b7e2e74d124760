using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Reads bills: what a stay costs so far, every revision with its explanation, and the documents.</summary>
public sealed class StatementInquiries
{
    private readonly IStayStore stays;
    private readonly IStatementStore statements;
    private readonly IStayInvoiceStore invoices;
    private readonly ITariffStore tariffs;
    private readonly ITariffSource prices;
    private readonly IOtherCharges? others;
    private readonly IClock clock;

    internal StatementInquiries(
        IStayStore stays, IStatementStore statements, IStayInvoiceStore invoices, ITariffStore tariffs, ITariffSource prices, IOtherCharges? others, IClock clock)
    {
        this.stays = stays;
        this.statements = statements;
        this.invoices = invoices;
        this.tariffs = tariffs;
        this.prices = prices;
        this.others = others;
        this.clock = clock;
    }

    /// <summary>All that a stay costs: the recorded bill once it is closed, else as of now.</summary>
    /// <exception cref="EmergencyBillingException">The site has no such stay, or the role is missing.</exception>
    public async Task<StayBill> BillAsync(CommandContext x, StayId stay, CancellationToken cancellationToken = default)
    {
        var found = await StayAsync(x, stay, cancellationToken).ConfigureAwait(false);
        var last = await statements.FindAsync(x.Tenant, stay, null, cancellationToken).ConfigureAwait(false);
        var isRecorded = !found.IsOpen && last is { Statement.Kind: StatementKind.Final };
        var time = isRecorded ? last!.Statement : await PreviewAsync(x, found, cancellationToken).ConfigureAwait(false);
        var joined = others is null || found.IsVoid ? [] : await others.OfAsync(x.Tenant, x.Site, found.Encounter, cancellationToken).ConfigureAwait(false);
        return new(
            found, isRecorded ? last!.Revision : null, time, joined, time is null ? null : time.Total + joined.Where(o => o.Currency == time.Currency).Sum(o => o.Total),
            await invoices.OfStayAsync(x.Tenant, stay, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Every revision of a stay's bill, first first.</summary>
    /// <exception cref="EmergencyBillingException">The site has no such stay, or the role is missing.</exception>
    public async Task<(PatientId Patient, IReadOnlyList<RecordedStatement> Revisions)> RevisionsAsync(CommandContext x, StayId stay, CancellationToken cancellationToken = default)
    {
        var found = await StayAsync(x, stay, cancellationToken).ConfigureAwait(false);
        return (found.Patient, await statements.AllAsync(x.Tenant, stay, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A revision, the last when none is named, with its explanation; its figures are checked against their fingerprint.</summary>
    /// <exception cref="EmergencyBillingException">There is no such revision, it was changed in the store, or the role is missing.</exception>
    public async Task<ExplainedStatement> ExplainAsync(CommandContext x, StayId stay, int? revision, string language, CancellationToken cancellationToken = default)
    {
        var whose = await StayAsync(x, stay, cancellationToken).ConfigureAwait(false);
        var found = await FindAsync(x, stay, revision, cancellationToken).ConfigureAwait(false);
        var bill = found.Reverses is { } reversed ? await FindAsync(x, stay, reversed, cancellationToken).ConfigureAwait(false) : found;
        var figures = Recording.Figures(bill.Statement, await VersionsAsync(x, bill, cancellationToken).ConfigureAwait(false));
        if (bill.Statement.Engine == Statement.Engine && figures.Fingerprint() != bill.Statement.Fingerprint)
            throw new EmergencyBillingException(EmergencyBillingRules.StatementDamaged, ("stay", stay), ("revision", bill.Revision));
        var words = StatementWords.Explain(figures, DateTimeZoneProviders.Tzdb[bill.Statement.Zone], language);
        return new(whose.Patient, found, found.Reverses is null ? words : [Credit(found, language), .. words]);
    }

    /// <summary>Invoices and credit notes of the site, last requested first; paged.</summary>
    /// <exception cref="EmergencyBillingException">The role is missing.</exception>
    public Task<Page<StayInvoice>> InvoicesAsync(CommandContext x, StayInvoiceStatus? status, PageRequest page, CancellationToken cancellationToken = default)
    {
        Check(x);
        return invoices.ListAsync(x.Tenant, x.Site, status, page, cancellationToken);
    }

    private static string Credit(RecordedStatement credit, string language)
    {
        var amount = new Money(-credit.Statement.Total, credit.Statement.Currency);
        return language == "es"
            ? string.Create(CultureInfo.InvariantCulture, $"Esta nota anula línea por línea la revisión {credit.Reverses}: se acreditan {amount}. Lo que se anula fue:")
            : string.Create(CultureInfo.InvariantCulture, $"This note takes back revision {credit.Reverses} line by line: {amount} is credited. What is taken back was:");
    }

    private async Task<ChargeStatement?> PreviewAsync(CommandContext x, EmergencyStay stay, CancellationToken ct)
    {
        if (stay.StartedAt is null || stay.IsVoid || stay.Status == StayStatus.NotBillable) return null;
        var inForce = await prices.ReadAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        try
        {
            return ChargeStatement.Of(StayInquiries.Price(stay, inForce, clock.GetCurrentInstant()), StatementKind.Preview);
        }
        catch (EmergencyBillingException e) when (e.Code is EmergencyBillingRules.NoTariffInForce or EmergencyBillingRules.CalendarEnds)
        {
            return null;
        }
    }

    private async Task<Dictionary<string, TariffVersion>> VersionsAsync(CommandContext x, RecordedStatement bill, CancellationToken ct)
    {
        var versions = new Dictionary<string, TariffVersion>(StringComparer.Ordinal);
        foreach (var source in bill.Statement.Tariffs)
        {
            var tariff = await tariffs.FindAsync(x.Tenant, bill.Site, source.Tariff, ct).ConfigureAwait(false);
            var version = tariff?.Versions.FirstOrDefault(v => v.Number == source.Number);
            if (version is null || version.ContentHash != source.ContentHash)
                throw new EmergencyBillingException(EmergencyBillingRules.StatementDamaged, ("stay", bill.Stay), ("revision", bill.Revision));
            versions[source.ContentHash] = version;
        }

        return versions;
    }

    private async Task<RecordedStatement> FindAsync(CommandContext x, StayId stay, int? revision, CancellationToken ct) =>
        await statements.FindAsync(x.Tenant, stay, revision, ct).ConfigureAwait(false)
        ?? throw new EmergencyBillingException(EmergencyBillingRules.StatementUnknown, ("stay", stay), ("revision", revision ?? 1));

    private async Task<EmergencyStay> StayAsync(CommandContext x, StayId stay, CancellationToken ct)
    {
        Check(x);
        var found = stay == default ? null : await stays.FindAsync(x.Tenant, stay, ct).ConfigureAwait(false);
        return found is not null && found.Site == x.Site ? found : throw new EmergencyBillingException(EmergencyBillingRules.StayUnknown, ("stay", stay));
    }

    private static void Check(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.ReadBills);
        failures.ThrowIfAny();
    }
}
