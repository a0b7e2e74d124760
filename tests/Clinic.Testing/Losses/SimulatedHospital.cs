using Clinic.Abstractions;
using Clinic.Dispensing.Patterns;
using NodaTime;

namespace Clinic.Testing.Losses;

/// <summary>Ninety days of a hospital with people who differ, remainders that are usual, accidents, and at most one planted case.</summary>
/// <remarks>The same seed gives the same hospital on every machine.</remarks>
public sealed class SimulatedHospital
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Guayaquil"];
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly ShiftPlan Plan = ShiftPlan.Default;
    private static readonly decimal[] Contents = [1, 2, 5, 10, 20, 30, 100, 250, 500, 1000];
    private readonly Random random;
    private readonly List<Ward> wards = [];
    private readonly List<LossRow> rows = [];

    private SimulatedHospital(int seed, int days)
    {
        random = new(seed);
        Days = days;
        var count = random.Next(3, 6);
        for (var i = 0; i < count; i++) wards.Add(AWard());
        foreach (var ward in wards) Work(ward);
    }

    /// <summary>The days.</summary>
    public int Days { get; }

    /// <summary>The zone of the hospital.</summary>
    public static DateTimeZone SiteZone => Zone;

    /// <summary>Everything that was delivered.</summary>
    public IReadOnlyList<LossRow> Rows => rows;

    /// <summary>What was planted; null in a clean hospital.</summary>
    public PlantedCase? Planted { get; private set; }

    /// <summary>A hospital by its seed, clean or with one planted case.</summary>
    public static SimulatedHospital Of(int seed, PlantedKind? planted, int days = 90)
    {
        var hospital = new SimulatedHospital(seed, days);
        hospital.Planted = planted switch
        {
            PlantedKind.CertainNights => hospital.PlantNights(),
            PlantedKind.ShrinkOfOne => hospital.PlantShrink(),
            PlantedKind.SameSmallLoss => hospital.PlantSame(),
            _ => null,
        };
        return hospital;
    }

    /// <summary>What a scan of it finds, with the rows behind each pattern.</summary>
    public IReadOnlyList<LossPattern> Scan(LossPatternOptions? options = null, IEnumerable<LossRow>? inOrder = null)
    {
        var scan = new LossScan(Plan, Zone, options ?? new());
        var all = (inOrder ?? rows).ToList();
        foreach (var row in all) scan.Add(row);
        var findings = scan.Find();
        foreach (var row in all) findings.Add(row);
        return findings.Patterns;
    }

    private Ward AWard()
    {
        var drugs = Enumerable.Range(0, random.Next(8, 15)).Select(_ =>
        {
            var content = Contents[random.Next(Contents.Length)];
            // What is usually left over of a container: the same few remainders for everybody.
            var remainders = Enumerable.Range(0, random.Next(2, 5)).Select(_ => Math.Round(content * random.Next(1, 13) / 20, 2)).Where(r => r > 0).ToArray();
            return new Drug(new(NewId()), content, 0.03 + (random.NextDouble() * 0.35), remainders.Length == 0 ? [content] : remainders, 0.3 + random.NextDouble());
        }).ToList();
        drugs.Add(new(new(NewId()), 1000, 0.08, [100, 250, 400], 1.5));
        var people = Enumerable.Range(0, random.Next(8, 15))
            .Select(i => new Nurse(new(NewId()), Spread(0.25), random.Next(3) == 0 ? random.Next(3) : -1)).ToList();
        // No shift without people who may work it.
        for (var shift = 0; shift < 3; shift++) people[shift] = people[shift] with { Only = -1 };
        return new(new(NewId()), drugs, people, Spread(0.3), [Spread(0.1), Spread(0.1), Spread(0.1)]);
    }

    private void Work(Ward ward)
    {
        for (var day = 0; day < Days; day++)
        {
            for (var shift = 0; shift < 3; shift++)
            {
                var free = ward.People.Where(p => p.Only < 0 || p.Only == shift).OrderBy(_ => random.Next()).Take(random.Next(2, 4)).ToList();
                foreach (var nurse in free)
                {
                    for (var n = random.Next(2, 8); n > 0; n--) Deliver(ward, Pick(ward), nurse, day, shift);
                }
            }
        }
    }

    private void Deliver(Ward ward, Drug drug, Nurse nurse, int day, int shift)
    {
        var containers = random.Next(1, 4);
        var delivered = containers * drug.Content;
        var lost = random.NextDouble() < drug.LeftOver * nurse.Habit * ward.Habit * ward.Shifts[shift] ? drug.Remainders[random.Next(drug.Remainders.Length)] : 0;
        // Something falls, something is forgotten: now and then, with anybody.
        if (random.NextDouble() < 0.004) lost = drug.Content;
        rows.Add(new(NewId(), At(day, shift), ward.Id, drug.Id, new UnitCode("mL"), nurse.Id, delivered, Math.Min(lost, delivered)));
    }

    private PlantedCase PlantNights()
    {
        var ward = wards[random.Next(wards.Count)];
        var drug = ward.Drugs[^1];
        var often = 0.2 + (random.NextDouble() * 0.3);
        for (var day = 0; day < Days; day++)
        {
            if (random.NextDouble() >= often) continue;
            var tonight = Enumerable.Range(0, rows.Count).Where(i => rows[i].Department == ward.Id && rows[i].Medication == drug.Id && ShiftOf(rows[i]) == (2, First.PlusDays(day))).ToList();
            if (tonight.Count == 0) continue;
            var i = tonight[random.Next(tonight.Count)];
            rows[i] = rows[i] with { Lost = Math.Min(rows[i].Delivered, rows[i].Lost + 500) };
        }

        return new(PlantedKind.CertainNights, ward.Id, drug.Id, Plan.Shifts[2].Name, null);
    }

    // Between 3 and 7 % of each delivery, 5 % in the middle.
    private PlantedCase PlantShrink()
    {
        var ward = wards[random.Next(wards.Count)];
        var person = ward.People[random.Next(ward.People.Count)].Id;
        Change(r => r.Department == ward.Id && r.Person == person, r => r with { Lost = Math.Min(r.Delivered, r.Lost + Math.Round(r.Delivered * (0.03m + (0.04m * (decimal)random.NextDouble())), 2)) });
        return new(PlantedKind.ShrinkOfOne, ward.Id, null, null, person);
    }

    private PlantedCase PlantSame()
    {
        var ward = wards[random.Next(wards.Count)];
        var most = rows.Where(r => r.Department == ward.Id).GroupBy(r => (r.Person, r.Medication)).OrderByDescending(g => g.Count()).Take(5).ToList();
        var (person, medication) = most[random.Next(most.Count)].Key;
        var amount = Math.Round(ward.Drugs.First(d => d.Id == medication).Content * (0.03m + (random.Next(8) / 100m)), 2);
        var left = random.Next(12, 20);
        Change(r => r.Department == ward.Id && r.Person == person && r.Medication == medication && r.Lost == 0 && left-- > 0, r => r with { Lost = amount });
        return new(PlantedKind.SameSmallLoss, ward.Id, medication, null, person);
    }

    private void Change(Func<LossRow, bool> which, Func<LossRow, LossRow> change)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (which(rows[i])) rows[i] = change(rows[i]);
        }
    }

    private static (int, LocalDate) ShiftOf(LossRow row) => Plan.At(row.At.InZone(Zone).LocalDateTime);

    private Instant At(int day, int shift)
    {
        var begins = First.PlusDays(day).At(Plan.Shifts[shift].Begins).InZoneLeniently(Zone).ToInstant();
        return begins + Duration.FromMinutes(random.Next(shift == 2 ? 600 : 420));
    }

    private Drug Pick(Ward ward)
    {
        var at = random.NextDouble() * ward.Drugs.Sum(d => d.Weight);
        return ward.Drugs.First(d => (at -= d.Weight) < 0 || d == ward.Drugs[^1]);
    }

    private double Spread(double width) => Math.Exp(width * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    private sealed record Drug(MedicationId Id, decimal Content, double LeftOver, decimal[] Remainders, double Weight);

    private sealed record Nurse(PersonId Id, double Habit, int Only);

    private sealed record Ward(DepartmentId Id, List<Drug> Drugs, List<Nurse> People, double Habit, double[] Shifts);
}
