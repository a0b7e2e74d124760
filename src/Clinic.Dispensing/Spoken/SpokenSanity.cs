using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>Whether amounts can be: every guard that fails, with its figures. Pure.</summary>
internal sealed class SpokenSanity(SpokenPresentation presentation, int largest)
{
    // Wide enough for every newborn and every adult; outside is a slip of unit or decimal point.
    private const decimal LightestKilograms = 0.2m;
    private const decimal HeaviestKilograms = 500m;
    private const string Weights = "0.2–500 kg";

    private readonly Failures failures = new();
    private bool tooLarge;

    public IReadOnlyList<RuleFailure> Failed => failures.All;

    /// <summary>Two people see a waste: who speaks, and another.</summary>
    public void Witness(PersonId witness, PersonId speaker) =>
        failures.Require(witness != speaker, DispensingRules.SpokenWitnessIsSpeaker, ("person", witness));

    /// <summary>The amount of containers in the base unit; null with a failure when it cannot be.</summary>
    public Quantity? Containers(Quantity said)
    {
        if (!IsPositive(said)) return null;
        if (Safely(said, () => SpokenUnits.InBaseUnit(said, presentation)) is not { } quantity)
        {
            Mismatch(said);
            return null;
        }

        failures.Require(quantity.Value <= largest, DispensingRules.SpokenTooLarge, ("asked", said), ("limit", new Quantity(largest, presentation.BaseUnit)));
        return quantity;
    }

    /// <summary>A remainder in the base unit, or as said where content or strength convert it.</summary>
    public Quantity? Remainder(Quantity said)
    {
        if (!IsPositive(said)) return null;
        if (Safely(said, () => SpokenUnits.BaseUnitsOf(said, presentation)) is not { } share)
        {
            Mismatch(said);
            return null;
        }

        Limit(said, share);
        return SpokenUnits.InBaseUnit(said, presentation) ?? said;
    }

    /// <summary>A dose, held against the containers asked for if there are any.</summary>
    public Quantity? Dose(Quantity said, Quantity? containers)
    {
        if (!IsPositive(said)) return null;
        if (Safely(said, () => SpokenUnits.BaseUnitsOf(said, presentation)) is not { } share)
        {
            if (!tooLarge) failures.Add(DispensingRules.SpokenDoseUnit, ("unit", said.Unit));
            return null;
        }

        if (containers is null) Limit(said, share);
        else Safely(said, () => Above(said, share, containers.Value));
        return SpokenUnits.InBaseUnit(said, presentation) is { } counted && SpokenUnits.IsCounted(presentation.BaseUnit) ? counted : said;
    }

    /// <summary>A dose per kilogram times the weight.</summary>
    public Quantity? OfWeight(Quantity perKilogram, Quantity weight, UnitCode unit)
    {
        var kilograms = Safely(weight, () => SpokenUnits.Ratio(weight, new Quantity(1, new UnitCode("kg")))) is { } share ? share.Part / share.Whole : 0;
        var isPerson = kilograms is >= LightestKilograms and <= HeaviestKilograms;
        failures.Require(isPerson, DispensingRules.SpokenWeight, ("asked", weight), ("limit", Weights));
        return isPerson && IsPositive(perKilogram) ? new(SpokenUnits.Plain(perKilogram.Value * kilograms), unit) : null;
    }

    private bool? Above(Quantity said, Share share, Quantity containers)
    {
        if (!share.IsAbove(containers.Value)) return false;
        var content = new Quantity(SpokenUnits.Plain(decimal.Round(containers.Value * said.Value * share.Whole / share.Part, 6)), said.Unit);
        failures.Add(DispensingRules.SpokenDoseAboveContent, ("asked", said), ("quantity", containers), ("content", content));
        return true;
    }

    private void Limit(Quantity said, Share share) =>
        Safely<bool>(said, () =>
        {
            failures.Require(!share.IsAbove(largest), DispensingRules.SpokenTooLarge, ("asked", said), ("limit", new Quantity(largest, presentation.BaseUnit)));
            return true;
        });

    private bool IsPositive(Quantity said)
    {
        failures.Require(said.Value > 0, DispensingRules.SpokenNotPositive, ("asked", said));
        return said.Value > 0;
    }

    private void Mismatch(Quantity said)
    {
        if (!tooLarge) failures.Add(DispensingRules.SpokenUnitMismatch, ("unit", said.Unit), ("baseUnit", presentation.BaseUnit));
    }

    // Figures of the catalogue may be so large that the product leaves the range of any number.
    private T? Safely<T>(Quantity said, Func<T?> calculate)
        where T : struct
    {
        try
        {
            return calculate();
        }
        catch (OverflowException)
        {
            tooLarge = true;
            failures.Add(DispensingRules.SpokenTooLarge, ("asked", said), ("limit", new Quantity(largest, presentation.BaseUnit)));
            return null;
        }
    }
}
