using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Printing;

namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Prints receipts and till reports, and has receipts mailed.</summary>
public sealed class SaleReceipts
{
    private readonly IUnitOfWork work;
    private readonly ISaleStore sales;
    private readonly IInvoiceStore invoices;
    private readonly IShiftStore shifts;
    private readonly ISiteDirectory sites;
    private readonly IPersonDirectory people;
    private readonly SalesOptions options;

    internal SaleReceipts(
        IUnitOfWork work, ISaleStore sales, IInvoiceStore invoices, IShiftStore shifts, ISiteDirectory sites, IPersonDirectory people, SalesOptions options)
    {
        this.work = work;
        this.sales = sales;
        this.invoices = invoices;
        this.shifts = shifts;
        this.sites = sites;
        this.people = people;
        this.options = options;
    }

    /// <summary>The receipt as one HTML page for the printer.</summary>
    /// <exception cref="PharmacyException">The sale is unknown.</exception>
    public async Task<string> HtmlAsync(TenantId tenant, SaleId sale, ReceiptStyle style, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(style);
        return HtmlPrinter.Print(ReceiptSheet.Of(await FactsAsync(tenant, sale, cancellationToken).ConfigureAwait(false), style), style.Paper);
    }

    /// <summary>The receipt as text of 42 columns.</summary>
    /// <exception cref="PharmacyException">The sale is unknown.</exception>
    public async Task<string> TextAsync(TenantId tenant, SaleId sale, ReceiptStyle style, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(style);
        return TextPrinter.Print(ReceiptSheet.Of(await FactsAsync(tenant, sale, cancellationToken).ConfigureAwait(false), style));
    }

    /// <summary>The receipt as a mail to the buyer; null when the sale names no address.</summary>
    /// <exception cref="PharmacyException">The sale is unknown.</exception>
    public async Task<ReceiptMail?> MailAsync(TenantId tenant, SaleId sale, string language, CancellationToken cancellationToken = default)
    {
        var facts = await FactsAsync(tenant, sale, cancellationToken).ConfigureAwait(false);
        if (facts.Sale.Head.Buyer.Mail is not { } to) return null;
        var words = new PrintWords(language);
        var receipt = TextPrinter.Print(ReceiptSheet.Of(facts, new ReceiptStyle(words.Language, WithLots: true)));
        var greeting = words.Of("Adjuntamos el recibo de su compra.", "Here is the receipt of your purchase.");
        return new(to, words.Of($"Recibo de su compra en {facts.Seller}", $"Receipt of your purchase at {facts.Seller}"), $"{greeting}\n\n{receipt}");
    }

    /// <summary>The report of a till as one HTML page.</summary>
    /// <exception cref="PharmacyException">The shift is unknown.</exception>
    public async Task<string> ShiftHtmlAsync(TenantId tenant, ShiftId shift, ReceiptStyle style, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(style);
        var found = await shifts.FindAsync(tenant, shift, cancellationToken).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.ShiftUnknown, ("shift", shift));
        var site = await SiteAsync(tenant, found.Site, cancellationToken).ConfigureAwait(false);
        var cashier = await NameAsync(tenant, found.Cashier, cancellationToken).ConfigureAwait(false);
        var closedBy = found.ToSnapshot().ClosedBy is { } by ? await NameAsync(tenant, by, cancellationToken).ConfigureAwait(false) : null;
        return HtmlPrinter.Print(ShiftSheet.Of(found, site, cashier, closedBy, style.Language), style.Paper);
    }

    /// <summary>Has the receipt mailed to the buyer, after the commit.</summary>
    /// <exception cref="PharmacyException">The sale is unknown or a basket, or the buyer has no address.</exception>
    public Task<SaleAnswer> RequestAsync(CommandContext x, RequestReceipt command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<SaleAnswer> StageAsync(IUnit unit, RequestReceipt command, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.Sell);
        failures.Require(command.Language is "es" or "en", PharmacyRules.FieldInvalid, ("field", "language"), ("found", command.Language), ("allowed", "es, en"));
        var head = (await sales.FindBasketAsync(unit.Context.Tenant, command.Sale, null, null, ct).ConfigureAwait(false))?.Head
            ?? throw failures.With(PharmacyRules.SaleUnknown, ("sale", command.Sale));
        failures.Require(head.Buyer.Mail is not null, PharmacyRules.MailMissing, ("sale", head.Id));
        failures.ThrowIfAny();
        unit.Publish(PharmacyEvents.SaleReceiptRequested, JsonSerializer.Serialize(new SaleReceiptRequested(head.Id, command.Language), ClinicJson.Options));
        unit.Audit("sale.receipt-requested", head.Fact(), command.Language);
        return new(head.Id, head.Status, head.Total(), head.Rounding, Money.Zero(head.Net.Currency), head.Credited, head.Invoice, head.Version);
    }

    private async Task<ReceiptFacts> FactsAsync(TenantId tenant, SaleId id, CancellationToken ct)
    {
        var sale = await sales.FindAsync(tenant, id, ct).ConfigureAwait(false) ?? throw new PharmacyException(PharmacyRules.SaleUnknown, ("sale", id));
        var site = await SiteAsync(tenant, sale.Head.Site, ct).ConfigureAwait(false);
        var papers = await invoices.ListAsync(tenant, id, null, new PageRequest(PageRequest.LargestSize), ct).ConfigureAwait(false);
        return new(sale, site, await NameAsync(tenant, sale.Head.Cashier, ct).ConfigureAwait(false), papers.Items, options.SellerName ?? site.Name, options.SellerNumber);
    }

    private async Task<Site> SiteAsync(TenantId tenant, SiteId site, CancellationToken ct) =>
        await sites.FindSiteAsync(tenant, site, ct).ConfigureAwait(false) ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", site));

    // A person of another system may be unknown here; the id still says who it was.
    private async Task<string> NameAsync(TenantId tenant, PersonId person, CancellationToken ct) =>
        (await people.FindAsync(tenant, person, ct).ConfigureAwait(false))?.Name ?? person.ToString();
}
