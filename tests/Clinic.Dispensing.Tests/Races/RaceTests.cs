using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Pharmacy.Lots;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.Races;

public sealed class RaceTests : Ward
{
    [Fact]
    public async Task Of_two_nurses_who_receive_at_once_one_does()
    {
        for (var round = 0; round < 10; round++)
        {
            var id = await World.ReadyAsync(Ct, Tablets(2));
            var results = await Task.WhenAll(new[] { WardPeople.SecondNurse, WardPeople.ThirdNurse }.Select(nurse => TryAsync(() =>
                HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id) with { Recipient = WardWorld.Pin(nurse) }, Ct))));

            Assert.Equal(1, results.Count(ok => ok));
            Assert.Single((await World.LoadAsync(id, Ct)).HandOvers);
        }

        Assert.Equal((180, 0), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task Of_two_pharmacists_who_close_at_once_one_does()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(1));
        await World.DoseAsync(id, 1, 1, UnitCode.Tablet, Ct);
        await World.FinishAsync(id, Ct);

        var results = await Task.WhenAll(new[] { WardPeople.Pharmacist, WardPeople.SecondPharmacist }.Select(p => TryAsync(() => World.CloseAsync(id, Ct, p))));

        Assert.Equal(1, results.Count(ok => ok));
        Assert.Equal(AccountabilityStatus.Closed, (await World.LoadAsync(id, Ct)).Accountability);
    }

    [Fact]
    public async Task A_recall_during_a_hand_over_comes_before_or_after_and_never_between()
    {
        for (var round = 0; round < 10; round++)
        {
            var world = await WardWorld.InMemoryAsync(Ct);
            var id = await world.ReadyAsync(Ct, (world.Tablet, 5, UnitCode.Tablet));
            var recall = Task.Run(() => world.Get<LotControl>().RecallAsync(world.As(WardPeople.Pharmacist), new(world.Tablet, new("L1"), "aviso"), Ct), Ct);
            var handed = await Task.Run(() => TryAsync(() => world.Get<Clinic.Dispensing.HandOvers.HandingOver>().HandOverAsync(world.As(WardPeople.Auxiliary), world.HandingOver(id), Ct)), Ct);
            await recall;

            var stock = await world.StockAsync(world.Tablet, Ct);
            Assert.Equal(handed ? (195, 0) : (200, 0), stock);
            Assert.Equal(handed, (await world.LoadAsync(id, Ct)).Status == DispenseStatus.Delivered);
        }
    }

    [Fact]
    public async Task Many_doses_at_once_are_all_kept()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(20));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => World.DoseAsync(id, 1, 1, UnitCode.Tablet, Ct)));

        Assert.Equal(8, Assert.Single(Reconciliation.Of(await World.LoadAsync(id, Ct))).Difference);
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is IRuleViolation)
        {
            return false;
        }
    }
}
