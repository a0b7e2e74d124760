using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Rights;
using NodaTime;

namespace Clinic.Dispensing.Requesting;

/// <summary>Looks up and checks what a request names.</summary>
internal sealed class RequestCheck(
    ISiteDirectory sites, IPatientDirectory patients, IProductCatalogue products, IChecklistStore checklists, IDispensationStore dispensations,
    DispensingOptions options)
{
    private const decimal MostBaseUnits = 1_000_000;

    public async Task<Location?> PlaceAsync(CommandContext x, LocationId from, Failures failures, CancellationToken ct)
    {
        var location = from == default ? null : await sites.FindLocationAsync(x.Tenant, from, ct).ConfigureAwait(false);
        if (location is { IsPickable: true } && location.Site == x.Site) return location;
        failures.Add(DispensingRules.LocationUnknown, ("location", from));
        return null;
    }

    public async Task TargetAsync(CommandContext x, DispensationTarget target, Failures failures, CancellationToken ct)
    {
        failures.Require(target.Department is not null, DispensingRules.TargetMissing);
        failures.Require(Enum.IsDefined(target.Area), DispensingRules.FieldInvalid, ("field", "area"), ("found", target.Area), ("allowed", string.Join(", ", Enum.GetNames<CareArea>())));
        failures.Require(target.Encounter is null || target.Patient is not null, DispensingRules.EncounterUnknown, ("encounter", target.Encounter));
        if (target.Department is { } department)
        {
            var known = await sites.DepartmentsAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
            failures.Require(known.Any(d => d.Id == department), DispensingRules.DepartmentUnknown, ("department", department));
        }

        if (target.Patient is { } patient)
            failures.Require(await patients.FindAsync(x.Tenant, patient, ct).ConfigureAwait(false) is not null, DispensingRules.PatientUnknown, ("patient", patient));
    }

    public async Task<IReadOnlyList<DispensationLine>> LinesAsync(CommandContext x, RequestDispensation command, Failures failures, CancellationToken ct)
    {
        failures.Require(command.Lines.Count >= 1 && command.Lines.Count <= options.MostLines, DispensingRules.LinesWrong, ("found", command.Lines.Count), ("allowed", options.MostLines));
        foreach (var twice in command.Lines.GroupBy(l => l.Presentation).Where(g => g.Count() > 1))
            failures.Add(DispensingRules.ProductTwice, ("presentation", twice.Key));
        var checklist = command.Checklist is { } id ? await checklists.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) : null;
        failures.Require(command.Checklist is null || checklist is { IsRetired: false }, DispensingRules.ChecklistUnknown, ("checklist", command.Checklist));
        var lines = new List<DispensationLine>();
        foreach (var asked in command.Lines.Take(options.MostLines))
        {
            failures.OptionalText("directions", asked.Directions, 500);
            failures.Require(checklist is null || checklist.Items.Any(i => i.Presentation == asked.Presentation), DispensingRules.ChecklistItemUnknown,
                ("checklist", command.Checklist), ("presentation", asked.Presentation));
            var product = asked.Presentation == default ? null : await products.FindAsync(x.Tenant, asked.Presentation, ct).ConfigureAwait(false);
            failures.Require(product is not null, DispensingRules.ProductUnknown, ("presentation", asked.Presentation));
            failures.Require(product is null or { IsAccountable: true }, DispensingRules.FieldInvalid, ("field", "presentation"),
                ("found", $"{asked.Presentation}, whose content has no exact amount"), ("allowed", $"stock steps times content to {DispensableProduct.LargestScale} decimals"));
            if (product is not null && BaseUnits(product, asked.Quantity, failures) is { } quantity)
                lines.Add(new(lines.Count + 1, product, asked.Quantity, quantity, asked.Directions, asked.UsableThrough, asked.MaySubstitute, null, [], []));
        }

        return lines;
    }

    /// <summary>An asked quantity in base units, exactly; null with the reason collected.</summary>
    public static decimal? BaseUnits(DispensableProduct product, Quantity asked, Failures failures)
    {
        if (product.UnitsPer(asked.Unit) is not { } per)
        {
            failures.Add(DispensingRules.UnitUnknown, ("found", asked.Unit), ("presentation", product.Presentation),
                ("allowed", string.Join(", ", [product.BaseUnit, .. product.Units.Select(u => u.Unit)])));
            return null;
        }

        failures.Require(asked.Value > 0, DispensingRules.QuantityNotPositive, ("found", asked));
        failures.Require(asked.Value <= MostBaseUnits / per, DispensingRules.QuantityTooLarge, ("found", asked), ("allowed", MostBaseUnits / per));
        if (asked.Value <= 0 || asked.Value > MostBaseUnits / per) return null;
        var units = asked.Value * per;
        failures.Require(DispensableProduct.IsWhole(units, product.Scale), DispensingRules.QuantityTooFine, ("found", asked), ("allowed", product.Scale), ("unit", product.BaseUnit));
        return DispensableProduct.IsWhole(units, product.Scale) ? units : null;
    }

    public Instant ValidUntil(RequestDispensation command, Instant now, Failures failures)
    {
        if (command.ValidUntil is not { } asked) return now + options.RequestValidFor;
        failures.Require(asked > now && asked <= now + options.LongestValidity, DispensingRules.ValidityWrong, ("asked", asked), ("now", now), ("allowed", options.LongestValidity));
        return asked.TruncateToMicroseconds();
    }

    /// <summary>The number of the next refill, after every rule of refills.</summary>
    public async Task<RefillTerms> RefillAsync(IUnit unit, RequestDispensation command, IReadOnlyList<DispensationLine> lines, Failures failures, CancellationToken ct)
    {
        if (command.RefillOf is not { } id)
        {
            failures.Require(command.RefillsAllowed is >= 0 and <= RefillTerms.Most, DispensingRules.FieldInvalid, ("field", "refillsAllowed"),
                ("found", command.RefillsAllowed), ("allowed", $"0 to {RefillTerms.Most}"));
            return new(Math.Clamp(command.RefillsAllowed, 0, RefillTerms.Most));
        }

        var x = unit.Context;
        var first = await dispensations.FindAsync(x.Tenant, id, ct).ConfigureAwait(false);
        if (first is null || first.Site != x.Site || !Visibility.MaySee(x.Actor, first)) throw failures.With(DispensingRules.DispensationUnknown, ("dispensation", id));
        if (first.Refills.Of is { } origin) throw failures.With(DispensingRules.RefillOfRefill, ("dispensation", id), ("allowed", origin));
        failures.Require(first.Authorised is not null && first.Status is not (DispenseStatus.Declined or DispenseStatus.Cancelled or DispenseStatus.EnteredInError), DispensingRules.RefillNotAuthorised, ("dispensation", id));
        failures.Require(first.Target.Patient == command.Target.Patient && first.Target.Department == command.Target.Department, DispensingRules.RefillTargetDiffers, ("dispensation", id));
        var refills = await dispensations.RefillsAsync(x.Tenant, id, ct).ConfigureAwait(false);
        var counted = refills.Count(r => r.Status is not (DispenseStatus.Declined or DispenseStatus.Cancelled or DispenseStatus.EnteredInError));
        failures.Require(counted < first.Refills.Allowed, DispensingRules.RefillsExceeded, ("dispensation", id), ("allowed", first.Refills.Allowed), ("found", counted));
        foreach (var line in lines)
        {
            // By what was asked at first, so that a substitution does not change what may be repeated.
            var original = first.Lines.FirstOrDefault(l => (l.Substituted?.Original ?? l.Product.Presentation) == line.Product.Presentation);
            var fits = original is not null && (original.Substituted is null
                ? line.Quantity <= original.Quantity
                : line.Asked.Unit == original.Asked.Unit && line.Asked.Value <= original.Asked.Value);
            failures.Require(fits, DispensingRules.RefillDiffers, ("dispensation", id), ("asked", line.Asked), ("presentation", line.Product.Presentation),
                ("allowed", original?.Asked.ToString() ?? "nothing"));
        }

        return new(first.Refills.Allowed, id, refills.Count == 0 ? 1 : refills.Max(r => r.Refills.Number) + 1);
    }
}
