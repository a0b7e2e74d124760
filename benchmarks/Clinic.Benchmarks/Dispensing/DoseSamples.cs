using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;
using Clinic.Testing.Wards;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>A delivered dispensation of four lines, and dose logs of any length for it.</summary>
public sealed class DoseSamples
{
    private readonly UuidV7Generator ids = new(NodaTime.SystemClock.Instance);

    private DoseSamples(Dispensation dispensation) => Dispensation = dispensation;

    public Dispensation Dispensation { get; }

    public static async Task<DoseSamples> DeliveredAsync()
    {
        var world = await WardWorld.InMemoryAsync(CancellationToken.None);
        var id = await world.DeliveredAsync(
            CancellationToken.None, (world.Tablet, 150, UnitCode.Tablet), (world.OtherTablet, 150, UnitCode.Tablet), (world.Vial, 150, new UnitCode("{vial}")),
            (world.Syrup, 150, UnitCode.Millilitre));
        return new(await world.LoadAsync(id, CancellationToken.None));
    }

    /// <summary>Doses of one unit, in turns over the delivered lots.</summary>
    public IReadOnlyList<DoseEntry> Doses(int count)
    {
        var lots = Dispensation.Lines.SelectMany(l => l.Accounts.Select(a => (l.Number, a.Lot, l.Product.AccountUnit))).ToList();
        return [.. Enumerable.Range(0, count).Select(i => Dose(lots[i % lots.Count]))];
    }

    private DoseEntry Dose((int Line, LotId Lot, UnitCode Unit) of)
    {
        var nurse = WardPeople.SecondNurse.Id;
        var at = Dispensation.HandOvers[0].At;
        return new(
            ids.Next<DoseId>(), Dispensation.Id, of.Line, of.Lot, DoseKind.Dose, new(1, of.Unit), 1, 0, null, null, nurse, nurse, at, at, CareArea.Emergency,
            IsBeyond: false, Reverses: null, Reason: null);
    }
}
