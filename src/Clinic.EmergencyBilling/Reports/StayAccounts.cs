using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>Reads stays with bills and documents as wholes, for what shows them in another form.</summary>
public sealed class StayAccounts
{
    private readonly IStayReportStore store;
    private readonly IStayStore stays;
    private readonly IStayInvoiceStore invoices;
    private readonly ITariffSource prices;
    private readonly IClock clock;

    internal StayAccounts(IStayReportStore store, IStayStore stays, IStayInvoiceStore invoices, ITariffSource prices, IClock clock)
    {
        this.store = store;
        this.stays = stays;
        this.invoices = invoices;
        this.prices = prices;
        this.clock = clock;
    }

    /// <summary>Accounts of the caller's site, last registered first; paged.</summary>
    /// <param name="x">Who asks where.</param>
    /// <param name="act">What is read of them: stays or bills.</param>
    /// <param name="query">Which ones.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="EmergencyBillingException">The role is missing.</exception>
    public Task<Page<StayAccount>> ListAsync(CommandContext x, EmergencyAct act, StayQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        Check(x, act);
        ArgumentNullException.ThrowIfNull(query);
        return store.AccountsAsync(x.Tenant, query with { Site = x.Site }, page, cancellationToken);
    }

    /// <summary>The account of the stay that speaks for a visit, or null where the site has none.</summary>
    /// <exception cref="EmergencyBillingException">The role is missing.</exception>
    public Task<StayAccount?> FindAsync(CommandContext x, EmergencyAct act, EncounterId encounter, CancellationToken cancellationToken = default) =>
        FindAsync(x, act, encounter, a => a.SpeaksForVisit, cancellationToken);

    /// <summary>The account of a stay, or null where the site has none of this id.</summary>
    /// <exception cref="EmergencyBillingException">The role is missing.</exception>
    public async Task<StayAccount?> FindAsync(CommandContext x, EmergencyAct act, StayId stay, CancellationToken cancellationToken = default)
    {
        Check(x, act);
        var found = stay == default ? null : await stays.FindAsync(x.Tenant, stay, cancellationToken).ConfigureAwait(false);
        return found is null || found.Site != x.Site ? null : await FindAsync(x, act, found.Encounter, a => a.Stay.Id == stay, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The account of the stay of a document, or null where the site has none of this id.</summary>
    /// <exception cref="EmergencyBillingException">The role is missing.</exception>
    public async Task<StayAccount?> FindAsync(CommandContext x, EmergencyAct act, StayInvoiceId invoice, CancellationToken cancellationToken = default)
    {
        Check(x, act);
        var found = invoice == default ? null : await invoices.FindAsync(x.Tenant, invoice, cancellationToken).ConfigureAwait(false);
        return found is null ? null : await FindAsync(x, act, found.Stay, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What an open stay costs as of now; null for others, and where it has no price.</summary>
    public async Task<IReadOnlyList<ChargeStatement?>> PreviewsAsync(CommandContext x, IReadOnlyList<StayAccount> accounts, CancellationToken cancellationToken = default)
    {
        Check(x, EmergencyAct.ReadBills);
        ArgumentNullException.ThrowIfNull(accounts);
        if (!accounts.Any(a => a.Stay.IsOpen)) return new ChargeStatement?[accounts.Count];
        var inForce = await prices.ReadAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        return [.. accounts.Select(a => a.Stay.IsOpen ? Preview(a.Stay, inForce, now) : null)];
    }

    private static ChargeStatement? Preview(EmergencyStay stay, TariffsInForce inForce, Instant now)
    {
        try
        {
            return ChargeStatement.Of(StayInquiries.Price(stay, inForce, now), StatementKind.Preview);
        }
        catch (EmergencyBillingException)
        {
            return null;
        }
    }

    private async Task<StayAccount?> FindAsync(CommandContext x, EmergencyAct act, EncounterId encounter, Func<StayAccount, bool> fits, CancellationToken ct)
    {
        Check(x, act);
        if (encounter == default) return null;
        for (string? after = null; ;)
        {
            var page = await store.AccountsAsync(x.Tenant, new() { Site = x.Site, Encounter = encounter }, new PageRequest(PageRequest.DefaultSize, after), ct).ConfigureAwait(false);
            if (page.Items.FirstOrDefault(fits) is { } found) return found;
            if ((after = page.Next) is null) return null;
        }
    }

    private static void Check(CommandContext x, EmergencyAct act)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, act);
        failures.ThrowIfAny();
    }
}
