using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Preparing;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Packs;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Dispensing.Tests.HandOvers;

/// <summary>Serialised packs at the hand-over, with a registry that says no, says nothing, or is asked twice.</summary>
public sealed class PackHandOverTests
{
    private readonly SilentRegistry registry = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static PackIdentity Pack(string serial, string lot = "L1") => new(WardWorld.TabletGtin, serial, lot, Gs1Date.Of(new(2026, 9, 30)));

    private static string Scan(string serial, string lot = "L1") => $"(01){WardWorld.TabletGtin}(17)260930(10){lot}(21){serial}";

    private Task<WardWorld> WorldAsync(bool verifies = true) => WardWorld.InMemoryAsync(Ct, first: services =>
    {
        if (!verifies) return;
        services.AddSingleton<IPackRegistry>(registry);
        services.AddClinicPharmacy().WithPackVerification();
        services.AddClinicDispensing().UsePackVerification();
    });

    private static HandOver With(WardWorld world, DispensationId id, params string[] scans) =>
        world.HandingOver(id) with { Items = [new(id, Packs: [.. scans.Select(s => new HandOverPack(1, s))])] };

    private static Task<HandOverAnswer> GiveAsync(WardWorld world, HandOver command, CommandContext? x = null) =>
        world.Get<HandingOver>().HandOverAsync(x ?? world.As(WardPeople.Auxiliary), command, Ct);

    private async Task<PackState> StateAsync(WardWorld world, string serial) => (await registry.VerifyAsync(world.Tenant, Pack(serial), Ct)).State;

    [Fact]
    public async Task Packs_are_supplied_with_the_hand_over_once_however_often_it_is_sent()
    {
        var world = await WorldAsync();
        registry.Known.Upload(world.Tenant, Pack("S1"));
        var id = await world.ReadyAsync(Ct, (world.Tablet, 10, UnitCode.Tablet));
        var x = world.As(WardPeople.Auxiliary);

        var answer = await GiveAsync(world, With(world, id, Scan("S1")), x);
        var again = await GiveAsync(world, With(world, id, Scan("S1")), x);

        Assert.Equal(answer.HandOver, again.HandOver);
        Assert.Equal(PackState.Supplied, await StateAsync(world, "S1"));
    }

    [Fact]
    public async Task A_pack_that_was_supplied_before_stops_the_hand_over_and_the_other_packs_stay_active()
    {
        var world = await WorldAsync();
        registry.Known.Upload(world.Tenant, Pack("S1"));
        registry.Known.Upload(world.Tenant, Pack("S2"));
        await GiveAsync(world, With(world, await world.ReadyAsync(Ct, (world.Tablet, 10, UnitCode.Tablet)), Scan("S1")));
        var id = await world.ReadyAsync(Ct, (world.Tablet, 20, UnitCode.Tablet));

        var refused = await Assert.ThrowsAsync<DispensingException>(() => GiveAsync(world, With(world, id, Scan("S1"), Scan("S2"), Scan("S3"))));

        Assert.Equal([DispensingRules.PackNotActive, DispensingRules.PackNotActive], refused.Failures.Select(f => f.Code));
        Assert.Equal(PackState.Active, await StateAsync(world, "S2"));
        Assert.Equal(DispenseStatus.Ready, (await world.LoadAsync(id, Ct)).Status);
    }

    [Fact]
    public async Task Another_lot_or_the_same_pack_twice_is_refused_before_the_registry_is_asked()
    {
        var world = await WorldAsync();
        registry.Known.Upload(world.Tenant, Pack("S1"));
        var id = await world.ReadyAsync(Ct, (world.Tablet, 20, UnitCode.Tablet));

        var refused = await Assert.ThrowsAsync<DispensingException>(() => GiveAsync(world, With(world, id, Scan("S1"), Scan("S1"), Scan("S2", "L9"))));

        Assert.Equal([DispensingRules.PackDiffers, DispensingRules.PackTwice], refused.Failures.Select(f => f.Code).Order());
        Assert.Equal(0, registry.Asked);
        await Assert.ThrowsAsync<PharmacyException>(() => GiveAsync(world, With(world, id, "no code")));
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_hands_nothing_over_and_the_same_again_succeeds()
    {
        var world = await WorldAsync();
        registry.Known.Upload(world.Tenant, Pack("S1"));
        var id = await world.ReadyAsync(Ct, (world.Tablet, 10, UnitCode.Tablet));
        var x = world.As(WardPeople.Auxiliary);
        registry.IsSilent = true;

        var refused = await Assert.ThrowsAsync<DispensingException>(() => GiveAsync(world, With(world, id, Scan("S1")), x));
        registry.IsSilent = false;
        await GiveAsync(world, With(world, id, Scan("S1")), x);

        Assert.Equal(DispensingRules.PackRegistrySilent, Assert.Single(refused.Failures).Code);
        Assert.Equal(PackState.Supplied, await StateAsync(world, "S1"));
    }

    [Fact]
    public async Task When_the_commit_loses_the_race_the_packs_are_active_again()
    {
        var world = await WorldAsync();
        registry.Known.Upload(world.Tenant, Pack("S1"));
        var id = await world.ReadyAsync(Ct, (world.Tablet, 10, UnitCode.Tablet));
        // Somebody takes the dispensation away between the registry and the commit.
        registry.After = () =>
        {
            using (ExecutionContext.SuppressFlow())
                return Task.Run(() => world.Get<DispensationPreparing>().CancelAsync(world.As(WardPeople.Pharmacist), new() { Dispensation = id, Reason = "error" }, Ct));
        };

        await Assert.ThrowsAnyAsync<Exception>(() => GiveAsync(world, With(world, id, Scan("S1"))));

        Assert.Equal(DispenseStatus.Cancelled, (await world.LoadAsync(id, Ct)).Status);
        Assert.Equal(PackState.Active, await StateAsync(world, "S1"));
    }

    [Fact]
    public async Task Packs_without_verification_are_refused_and_hand_overs_without_packs_go_on()
    {
        var world = await WorldAsync(verifies: false);
        var id = await world.ReadyAsync(Ct, (world.Tablet, 10, UnitCode.Tablet));

        var refused = await Assert.ThrowsAsync<DispensingException>(() => GiveAsync(world, With(world, id, Scan("S1"))));
        await GiveAsync(world, world.HandingOver(id));

        Assert.Equal(DispensingRules.PacksNotVerified, Assert.Single(refused.Failures).Code);
    }

    private sealed class SilentRegistry : IPackRegistry
    {
        public InMemoryPackRegistry Known { get; } = new();

        public bool IsSilent { get; set; }

        public int Asked { get; private set; }

        public Func<Task>? After { get; set; }

        public Task<PackStatus> VerifyAsync(TenantId tenant, PackIdentity pack, CancellationToken cancellationToken) => Known.VerifyAsync(tenant, pack, cancellationToken);

        public async Task<IReadOnlyList<(PackIdentity Pack, PackStatus Status)>> DecommissionAsync(
            TenantId tenant, SiteId site, IReadOnlyList<PackIdentity> packs, PackState to, Guid key, Instant at, CancellationToken cancellationToken)
        {
            Asked++;
            if (IsSilent) throw new PackRegistryException();
            var answer = await Known.DecommissionAsync(tenant, site, packs, to, key, at, cancellationToken);
            var after = After;
            After = null;
            if (after is not null) await after();
            return answer;
        }

        public Task TakeBackAsync(TenantId tenant, SiteId site, Guid key, CancellationToken cancellationToken) => Known.TakeBackAsync(tenant, site, key, cancellationToken);

        public Task<PackStatus> UndoAsync(TenantId tenant, SiteId site, PackIdentity pack, Instant at, CancellationToken cancellationToken) => Known.UndoAsync(tenant, site, pack, at, cancellationToken);
    }
}
