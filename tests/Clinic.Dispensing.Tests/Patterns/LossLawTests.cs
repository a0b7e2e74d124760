using Clinic.Abstractions;
using Clinic.Dispensing.Patterns;
using Clinic.Testing.Losses;

namespace Clinic.Dispensing.Tests.Patterns;

/// <summary>What a scan finds depends on what happened only: not on order, names or units.</summary>
public class LossLawTests
{
    public static TheoryData<PlantedKind> Kinds => [.. Enum.GetValues<PlantedKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_order_of_rows_changes_nothing(PlantedKind kind)
    {
        var hospital = SimulatedHospital.Of(77, kind);
        var shuffled = hospital.Rows.OrderBy(r => r.Source.GetHashCode()).ToList();

        Assert.Equal(hospital.Scan().Select(Shown), hospital.Scan(inOrder: shuffled).Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Other_names_of_people_change_nothing_but_the_names(PlantedKind kind)
    {
        var hospital = SimulatedHospital.Of(78, kind);
        static PersonId Renamed(PersonId person) => new(new Guid([.. person.Value.ToByteArray().Reverse()]));

        var renamed = hospital.Scan(inOrder: hospital.Rows.Select(r => r with { Person = Renamed(r.Person) }));

        Assert.Equal(hospital.Scan().Select(p => Shown(p with { Person = p.Person is { } x ? Renamed(x) : null })), renamed.Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Litres_instead_of_millilitres_give_the_same_flags(PlantedKind kind)
    {
        var hospital = SimulatedHospital.Of(79, kind);

        var litres = hospital.Scan(inOrder: hospital.Rows.Select(r => r with { Unit = new("L"), Delivered = r.Delivered / 1000, Lost = r.Lost / 1000 }));

        Assert.Equal(hospital.Scan().Select(p => Shown(p with { Unit = p.Unit is null ? null : new("L"), Amount = p.Amount / 1000 })), litres.Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_flag_brings_sample_days_and_the_rows_behind_it(PlantedKind kind)
    {
        var hospital = SimulatedHospital.Of(80, kind);

        var found = Assert.Single(hospital.Scan(), hospital.Planted!.IsNamedBy);

        Assert.InRange(found.Evidence.Count, 1, 25);
        Assert.True(found.EvidenceRows >= found.Evidence.Count && found.Days > 0 && found.Weekdays.Sum() == found.Days && found.Seen is not null);
        Assert.All(found.Evidence, r => Assert.True(r.Lost > 0 && r.Department == found.Department && (found.Person is null || r.Person == found.Person)));
        Assert.True(found.Deliveries > 0 && found.PeerDeliveries > 0 && found.Score > 2);
    }

    [Fact]
    public void Small_samples_say_nothing()
    {
        var hospital = SimulatedHospital.Of(81, PlantedKind.CertainNights);

        Assert.Empty(hospital.Scan(inOrder: hospital.Rows.Take(200)));
        Assert.Empty(hospital.Scan(inOrder: []));
    }

    [Fact]
    public void Hours_worked_acquit_who_loses_more_only_because_of_working_more()
    {
        var hospital = SimulatedHospital.Of(83, PlantedKind.ShrinkOfOne);
        var person = hospital.Planted!.Person!.Value;
        var scan = new LossScan(ShiftPlan.Default, SimulatedHospital.SiteZone, new(), hospital.Rows.Select(r => r.Person).Distinct().ToDictionary(p => p, p => p == person ? 100_000m : 100m));
        foreach (var row in hospital.Rows) scan.Add(row);

        Assert.DoesNotContain(scan.Find().Patterns, p => p.Person == person);
    }

    [Fact]
    public void A_row_that_cannot_be_is_refused()
    {
        var row = SimulatedHospital.Of(82, null, days: 1).Rows[0];
        var scan = new LossScan(ShiftPlan.Default, SimulatedHospital.SiteZone, new());

        Assert.Throws<ArgumentException>(() => scan.Add(row with { Delivered = 0 }));
        Assert.Throws<ArgumentException>(() => scan.Add(row with { Lost = -1 }));
        Assert.Equal(0, scan.Rows);
    }

    private static string Shown(LossPattern p) =>
        FormattableString.Invariant($"{p.Kind} {p.Department} {p.Medication} {p.Unit} {p.Shift} {p.Person} {p.Amount:0.######} {p.Deliveries} {p.Losses} {p.UsualLosses} {p.Rate} {p.PeerRate} {p.Score} {p.Days} {p.EvidenceRows}");
}
