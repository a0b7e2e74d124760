using Clinic.Abstractions;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Stock;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.HandOvers;

public sealed class RegisterFactsTests : Ward
{
    [Fact]
    public async Task The_register_learns_the_second_person_and_the_prescription_of_a_hand_over()
    {
        var id = await World.DeliveredAsync(Ct, (World.Ampoule, 2, UnitCode.Ampoule));
        var ledger = (await World.Get<IMovementStore>().ListAsync(World.Tenant, new MovementQuery { Presentation = World.Ampoule }, new PageRequest(500), Ct)).Items;

        var known = await World.All<IMovementFacts>().Single().FindAsync(World.Tenant, ledger, Ct);

        var issued = ledger.Where(m => m.Kind == MovementKind.Issue).ToList();
        Assert.NotEmpty(issued);
        Assert.Equal(issued.Select(m => m.Id).Order(Comparer<MovementId>.Create((a, b) => a.Value.CompareTo(b.Value))), known.Keys.Order(Comparer<MovementId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.All(known.Values, f => Assert.Equal(WardPeople.ThirdPharmacist.Id, Assert.Single(f.Witnesses)));
        var prescription = (await World.LoadAsync(id, Ct)).ToSnapshot().Prescription;
        Assert.NotNull(prescription);
        Assert.All(known.Values, f => Assert.Equal(prescription, f.Prescription));
    }
}
