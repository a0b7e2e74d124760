using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Statements.Printing;
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
    private readonly VisitCharges charges;
    private readonly IClock clock;

    internal StatementInquiries(
        IStayStore stays, IStatementStore statements, IStayInvoiceStore invoices, ITariffStore tariffs, ITariffSource prices, VisitCharges charges, IClock clock)
    {
        this.stays = stays;
        this.statements = statements;
        this.invoices = invoices;
        this.tariffs = tariffs;
        this.prices = prices;
        this.charges = charges;
        this.clock = clock;
    }

    /// <summary>All that a stay costs: the recorded bill once it is closed, else as of now.</summary>
    /// <exception cref="EmergencyBillingException">The site has no such stay, or the role is missing.</exception>
    public async Task<StayBill> BillAsync(CommandContext x, StayId stay, CancellationToken cancellationToken = default) =>
        (await ReadAsync(x, stay, cancellationToken).ConfigureAwait(false)).Bill;

    /// <summary>What stands on the printed bill of a stay: a revision as it was recorded, or what it costs now when none is named.</summary>
    /// <param name="x">Who asks where.</param>
    /// <param name="stay">The stay.</param>
    /// <param name="revision">The revision; null for the bill that counts, which is a preview until the stay is closed.</param>
    /// <param name="language">A two-letter language of the explanation; anything but <c>es</c> reads English.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="EmergencyBillingException">There is no such stay or revision, it was changed in the store, or the role is missing.</exception>
    public async Task<BillPaper> PaperAsync(CommandContext x, StayId stay, int? revision, string language, CancellationToken cancellationToken = default)
    {
        var (bill, figures) = await ReadAsync(x, stay, cancellationToken).ConfigureAwait(false);
        var all = await statements.AllAsync(x.Tenant, stay, cancellationToken).ConfigureAwait(false);
        if ((revision ?? bill.Revision) is not { } number)
        {
            var said = figures is null ? [] : StatementWords.Explain(figures, DateTimeZoneProviders.Tzdb[figures.Zone], language);
            return BillPaper.Of(bill, bill.Time, null, all, said);
        }

        var explained = await ExplainAsync(x, stay, number, language, cancellationToken).ConfigureAwait(false);
        return BillPaper.Of(bill, explained.Recorded.Statement, explained.Recorded, all, explained.Words);
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

    private async Task<(StayBill Bill, Statement? Preview)> ReadAsync(CommandContext x, StayId stay, CancellationToken ct)
    {
        var found = await StayAsync(x, stay, ct).ConfigureAwait(false);
        var last = await statements.FindAsync(x.Tenant, stay, null, ct).ConfigureAwait(false);
        var isRecorded = !found.IsOpen && last is { Statement.Kind: StatementKind.Final };
        var preview = isRecorded ? null : await PreviewAsync(x, found, ct).ConfigureAwait(false);
        var time = isRecorded ? last!.Statement : preview is null ? null : ChargeStatement.Of(preview, StatementKind.Preview);
        var documents = await invoices.OfStayAsync(x.Tenant, stay, ct).ConfigureAwait(false);
        var (known, left) = await charges.OfAsync(x.Tenant, found, ct).ConfigureAwait(false);
        var isInvoiced = found.Status is StayStatus.Invoiced or StayStatus.Settled;
        var joined = isInvoiced ? ChargesLeft.On(documents.Where(i => i.IsCharge), known) : left;
        return (new(found, isRecorded ? last!.Revision : null, time, joined, StayBill.Sum(time, joined), documents, isInvoiced ? left : []), preview);
    }

    private async Task<Statement?> PreviewAsync(CommandContext x, EmergencyStay stay, CancellationToken ct)
    {
        if (stay.StartedAt is null || stay.IsVoid || stay.Status == StayStatus.NotBillable) return null;
        var inForce = await prices.ReadAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        try
        {
            return StayInquiries.Price(stay, inForce, clock.GetCurrentInstant());
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
