using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>What every command of a sale looks up first.</summary>
internal sealed class SaleDesk(StockDesk desk, ISaleStore sales, IMedicationStore medications, SalesOptions options)
{
    public SalesOptions Options => options;

    public Task<Site> SiteAsync(CommandContext x, CancellationToken ct) => desk.SiteAsync(x, ct);

    public async Task<Sale> SaleAsync(CommandContext x, SaleId id, Failures failures, CancellationToken ct) =>
        (id == default ? null : await sales.FindAsync(x.Tenant, id, ct).ConfigureAwait(false))
        ?? throw failures.With(PharmacyRules.SaleUnknown, ("sale", id));

    public async Task<Basket> BasketAsync(CommandContext x, SaleId id, PresentationId? presentation, int? line, Failures failures, CancellationToken ct)
    {
        var found = (id == default ? null : await sales.FindBasketAsync(x.Tenant, id, presentation, line, ct).ConfigureAwait(false))
            ?? throw failures.With(PharmacyRules.SaleUnknown, ("sale", id));
        if (line is not null && found.Line is null) throw failures.With(PharmacyRules.SaleLineUnknown, ("sale", id), ("line", line));
        return found;
    }

    /// <summary>The right to sell at a location that is picked from.</summary>
    public async Task CheckSellerAsync(CommandContext x, LocationId location, Failures failures, CancellationToken ct)
    {
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Sell);
        var found = await desk.LocationAsync(x, location, PharmacyAct.Sell, failures, ct).ConfigureAwait(false);
        failures.Require(found is not { IsPickable: false }, PharmacyRules.NotPickable, ("location", location));
    }

    /// <summary>The receiving department must exist at the site.</summary>
    public Task CheckDepartmentAsync(CommandContext x, DepartmentId? department, Failures failures, CancellationToken ct) =>
        desk.CheckTargetAsync(x, new IssueTarget(department), failures, ct);

    /// <summary>A presentation with the class of its medicine and the quantity in its base unit; null with the failures noted.</summary>
    public async Task<(Presentation Presentation, StockQuantity Stock, ControlledClass Controlled)?> ProductAsync(
        CommandContext x, PresentationId id, Quantity quantity, Failures failures, CancellationToken ct)
    {
        var presentation = await desk.PresentationAsync(x, id, failures, ct).ConfigureAwait(false);
        if (presentation is null) return null;
        if (presentation.TryConvert(quantity, out var stock) is { } wrong)
        {
            failures.Add(wrong);
            return null;
        }

        failures.Require(stock.Steps % presentation.IssueMultiple.Steps == 0, PharmacyRules.NotWholePacks, ("asked", stock), ("multiple", presentation.IssueMultiple));
        var medication = await medications.FindAsync(x.Tenant, presentation.Medication, ct).ConfigureAwait(false);
        return (presentation, stock, medication?.Controlled ?? ControlledClass.None);
    }

    /// <summary>Notes what is missing or too old of the prescription of a line.</summary>
    public void CheckPrescription(SaleLine line, NodaTime.LocalDate today, Failures failures)
    {
        if (line.Prescription is not { } paper)
        {
            failures.Require(!options.NeedsPrescription(line.Controlled), PharmacyRules.PrescriptionMissing, ("line", line.Number), ("kind", line.Controlled));
            return;
        }

        paper.Check(failures);
        var first = today.PlusDays(-options.PrescriptionDays);
        failures.Require(paper.Issued <= today && paper.Issued >= first, PharmacyRules.PrescriptionOutdated,
            ("line", line.Number), ("asked", paper.Issued), ("first", first), ("last", today));
    }
}
