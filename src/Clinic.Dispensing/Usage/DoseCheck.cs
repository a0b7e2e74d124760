using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Rights;
using NodaTime;

namespace Clinic.Dispensing.Usage;

/// <summary>A dose as it was checked: which account it counts against, and how much.</summary>
/// <param name="Line">The line.</param>
/// <param name="Account">The account of the lot.</param>
/// <param name="Amount">What counts, in the account unit.</param>
/// <param name="At">When it was given.</param>
/// <param name="Responsible">Who gave it.</param>
/// <param name="Containers">From how many containers, or null.</param>
/// <param name="OpenedAt">When the container still in use was opened, or null.</param>
/// <param name="OpenRest">What it still holds.</param>
internal sealed record CheckedDose(
    DispensationLine Line, LotAccount Account, decimal Amount, Instant At, PersonId Responsible, int? Containers, Instant? OpenedAt, decimal OpenRest);

/// <summary>Tells what cannot be true from what is merely too much: the first is refused, the second kept.</summary>
internal sealed class DoseCheck(DispensingDesk desk)
{
    public async Task<CheckedDose?> CheckAsync(IUnit unit, Dispensation dispensation, DoseData dose, Failures failures, CancellationToken ct)
    {
        var at = desk.Occurred(dose.At, unit.Now, failures);
        var responsible = dose.Responsible ?? unit.Context.Actor.Person;
        if (dose.Responsible is not null && (dose.Responsible != unit.Context.Actor.Person || !unit.Context.Actor.HasAny([.. DispensingRights.RolesFor(DispensingAct.Use)])))
            await desk.PersonAsync(unit.Context, responsible, "responsible", DispensingAct.Use, [dispensation.Target.Department], failures, ct).ConfigureAwait(false);
        failures.OptionalText("reason", dose.Reason, 200);
        failures.Require(dose.Area is not { } area || Enum.IsDefined(area), DispensingRules.FieldInvalid, ("field", "area"), ("found", dose.Area), ("allowed", string.Join(", ", Enum.GetNames<CareArea>())));
        var (line, account) = Account(dispensation, dose.Line, dose.Lot, failures);
        if (line is null) return null;
        var converted = DoseConversion.Convert(line.Product, dose.Amount, dose.WeightKg, failures);
        if (account is null || converted is null) return null;
        failures.Require(at >= account.FirstDelivered, DispensingRules.BeforeHandOver, ("found", at), ("allowed", account.FirstDelivered));
        // A hostile figure must not overflow; it is refused below as out of its limit.
        var counted = converted.Amount - Math.Clamp(dose.Overfill, 0, converted.Amount);
        return InContainers(failures, line, account, dose, converted, counted, at) is var (containers, openedAt, rest)
            ? new(line, account, counted, at, responsible, containers, openedAt, rest)
            : null;
    }

    /// <summary>The account that an entry is about; names what is allowed where it is not clear.</summary>
    public static (DispensationLine? Line, LotAccount? Account) Account(Dispensation dispensation, int number, LotId? lot, Failures failures)
    {
        if (dispensation.LineOf(number) is not { } line)
        {
            failures.Add(DispensingRules.LineUnknown, ("dispensation", dispensation.Id), ("line", number));
            return default;
        }

        var allowed = line.Accounts.Count == 0 ? "none, nothing was handed over" : string.Join(", ", line.Accounts.Select(a => a.Number));
        if (lot is { } id)
        {
            var account = line.AccountOf(id);
            failures.Require(account is not null, DispensingRules.LotNotDelivered, ("line", number), ("lot", id), ("allowed", allowed));
            return (line, account);
        }

        if (line.Accounts.Count == 1) return (line, line.Accounts[0]);
        if (line.Accounts.Count == 0) failures.Add(DispensingRules.LotNotDelivered, ("line", number), ("lot", "any"), ("allowed", allowed));
        else failures.Add(DispensingRules.LotAmbiguous, ("line", number), ("allowed", allowed));
        return (line, null);
    }

    private (int? Containers, Instant? OpenedAt, decimal Left) InContainers(
        Failures failures, DispensationLine line, LotAccount account, DoseData dose, ConvertedDose converted, decimal counted, Instant at)
    {
        var product = line.Product;
        if (product.ContainerHolds is not { } holds)
        {
            failures.Require(dose.Overfill == 0, DispensingRules.OverfillOfNothing, ("line", line.Number));
            return (null, null, 0);
        }

        var containers = dose.Containers ?? 1;
        failures.Require(containers is >= 1 and <= 1000, DispensingRules.FieldInvalid, ("field", "containers"), ("found", containers), ("allowed", "1 to 1000"));
        var limit = holds * Math.Clamp(containers, 1, 1000) * (decimal)desk.Options.OverfillLimit;
        // Over all entries of the lot: many small ones must not hide what a large one could not.
        var total = account.Delivered * (decimal)desk.Options.OverfillLimit;
        var overfillFits = dose.Overfill == 0 || (dose.Overfill > 0 && dose.Overfill <= limit && dose.Overfill <= total - account.Overfill && dose.Overfill < converted.Amount && dose.Reason is not null
            && DispensableProduct.IsWhole(dose.Overfill, product.AccountScale));
        failures.Require(overfillFits, DispensingRules.OverfillWrong, ("found", dose.Overfill), ("unit", product.AccountUnit), ("allowed", Math.Max(0, Math.Min(limit, total - account.Overfill))));
        var asEntered = converted.Entered.Unit == product.AccountUnit ? $"{converted.Entered}" : $"{converted.Entered} ({converted.Amount:0.####} {product.AccountUnit})";
        failures.Require(counted <= holds * containers, DispensingRules.DoseImpossible, ("found", FormattableString.Invariant($"{asEntered}")), ("containers", containers), ("allowed", holds), ("unit", product.AccountUnit));
        if (product.BeyondUse is null && dose.OpenedAt is null) return (containers, null, 0);

        // Without a word about it, a dose comes out of the container that is already open, as long as that holds enough.
        var fromOpen = dose.OpenedAt is null && account.OpenedAt is not null && account.OpenRest >= counted;
        // A dose that is entered late may have been the one that opened it.
        var opened = dose.OpenedAt ?? (fromOpen ? Instant.Min(account.OpenedAt!.Value, at) : at);
        failures.Require(opened <= at && opened >= account.FirstDelivered, DispensingRules.OpenedWrong, ("found", opened), ("allowed", account.FirstDelivered));
        if (product.BeyondUse is { } allowed)
            failures.Require(at - opened <= allowed, DispensingRules.BeyondUsePassed, ("opened", opened), ("allowed", allowed), ("found", at));
        var rest = fromOpen || (dose.OpenedAt is not null && dose.OpenedAt == account.OpenedAt && account.OpenRest >= counted)
            ? account.OpenRest - counted
            : (holds * containers) - counted;
        return rest > 0 ? (containers, opened, rest) : (containers, null, 0);
    }
}
