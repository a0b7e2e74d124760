using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing.Stock;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Dispensing.Tests.HandOvers;

/// <summary>Whoever answers for stock, only what was confirmed is handed over.</summary>
public sealed class OtherStockTests
{
    [Fact]
    public async Task Another_lot_than_the_confirmed_one_does_not_leave()
    {
        var ct = TestContext.Current.CancellationToken;
        var world = await WardWorld.InMemoryAsync(ct, first: services => services.AddSingleton<IStockIssuer>(
            p => new Swapping(ActivatorUtilities.CreateInstance<PharmacyStockIssuer>(p))));
        var id = await world.ReadyAsync(ct, (world.Tablet, 5, UnitCode.Tablet));

        var refused = await Assert.ThrowsAsync<DispensingException>(() => world.Get<Clinic.Dispensing.HandOvers.HandingOver>().HandOverAsync(world.As(WardPeople.Auxiliary), world.HandingOver(id), ct));

        Assert.Equal(DispensingRules.StockGone, refused.Code);
        Assert.Equal((200, 5), await world.StockAsync(world.Tablet, ct));
    }

    private sealed class Swapping(IStockIssuer pharmacy) : IStockIssuer
    {
        public Task<IReadOnlyList<HeldStock>> ReserveAsync(IUnit unit, StockWish wish, CancellationToken cancellationToken) => pharmacy.ReserveAsync(unit, wish, cancellationToken);

        public Task<IReadOnlyList<HeldStock>> HeldAsync(CommandContext x, Guid reservation, CancellationToken cancellationToken) => pharmacy.HeldAsync(x, reservation, cancellationToken);

        public Task ReleaseAsync(IUnit unit, Guid reservation, string owner, string reason, CancellationToken cancellationToken) => pharmacy.ReleaseAsync(unit, reservation, owner, reason, cancellationToken);

        public async Task<IReadOnlyList<IssuedStock>> IssueAsync(IUnit unit, StockHandOut handOut, CancellationToken cancellationToken) =>
            [.. (await pharmacy.IssueAsync(unit, handOut, cancellationToken)).Select(i => i with { Lot = WardWorld.Id<LotId>(77) })];

        public Task ReturnAsync(IUnit unit, StockComesBack comesBack, CancellationToken cancellationToken) => pharmacy.ReturnAsync(unit, comesBack, cancellationToken);
    }
}
