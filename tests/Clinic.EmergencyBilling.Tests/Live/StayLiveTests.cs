using System.Threading.Channels;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Live;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Live;

/// <summary>Running timers: everybody sees the same, nobody waits for anybody, and nobody reads for nothing.</summary>
public sealed class StayLiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Two_listeners_see_the_same_start_pause_and_close_with_figures_of_the_bill()
    {
        var world = await WatchedAsync();
        var running = await world.RunningAsync();
        world.Clock.AdvanceMinutes(30);
        using var first = Listen(world);
        var snapshot = await NextAsync(first);
        Assert.Equal((LiveFrameKind.Snapshot, world.Clock.Now), (snapshot.Kind, snapshot.At));
        var row = Assert.Single(snapshot.Stays);
        Assert.Equal((running, StayStatus.Running, 1800L, 1800L, 30m, "USD"), (row.Stay, row.Status, row.PresenceSeconds, row.BillableSeconds, row.Amount, row.Currency));
        Assert.Equal(("LONG-STAY", AStay.At(240, 1)), (row.Next!.Code, row.Next.At));
        using var second = Listen(world);
        Assert.Equal(snapshot.Stays, (await NextAsync(second)).Stays);

        await world.Desk.PauseAsync(world.As(), new() { Stay = running, Kind = PauseKind.Procedure }, Ct);
        var paused = await BothAsync(first, second);
        Assert.Equal((LiveFrameKind.Changes, StayStatus.Paused, world.Clock.Now), (paused.Kind, paused.Stays[0].Status, paused.Stays[0].PausedAt));
        world.Clock.Advance(Duration.FromSeconds(5));
        var other = await world.RunningAsync(await world.PatientAsync());
        Assert.Equal(other, Assert.Single((await BothAsync(first, second)).Stays).Stay);
        world.Clock.Advance(Duration.FromSeconds(5));
        var closed = await world.Desk.CloseAsync(world.As(), new() { Stay = running, Disposition = Disposition.Discharged }, Ct);
        row = Assert.Single((await BothAsync(first, second)).Stays);
        Assert.Equal((running, StayStatus.Closed, 1810L, 1800L, closed.Total, null), (row.Stay, row.Status, row.PresenceSeconds, row.BillableSeconds, row.Amount, row.Next));

        // Nothing happens: after the time between two ticks all come again.
        world.Clock.Advance(Duration.FromSeconds(15));
        var tick = await BothAsync(first, second);
        Assert.Equal((LiveFrameKind.Tick, other, 20L), (tick.Kind, tick.Stays.Single().Stay, tick.Stays.Single().PresenceSeconds));
    }

    [Fact]
    public async Task Who_comes_again_gets_what_was_missed_and_a_stranger_to_the_stream_gets_everything()
    {
        var world = await WatchedAsync();
        var stay = await world.RunningAsync();
        using var stays = Listen(world);
        var seen = (await NextAsync(stays)).Id;
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Procedure }, Ct);
        var missed = await NextAsync(stays);

        using (var again = Listen(world, seen)) Assert.Equal(missed, await NextAsync(again));
        using (var upToDate = Listen(world, missed.Id))
        {
            await world.Desk.ResumeAsync(world.As(), new() { Stay = stay }, Ct);
            Assert.Equal(LiveFrameKind.Changes, (await NextAsync(upToDate)).Kind);
        }

        foreach (var unknown in (string?[])[null, "nothing", $"{seen}0"])
        {
            using var stranger = Listen(world, unknown);
            Assert.Equal(LiveFrameKind.Snapshot, (await NextAsync(stranger)).Kind);
        }
    }

    [Fact]
    public async Task Who_does_not_read_is_let_go_and_holds_up_nobody()
    {
        var world = await WatchedAsync();
        var stay = await world.RunningAsync();
        using var slow = Listen(world);
        using var quick = Listen(world);
        Assert.Equal(LiveFrameKind.Snapshot, (await NextAsync(quick)).Kind);
        for (var i = 0; i < 80; i++)
        {
            if (i % 2 == 0) await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Procedure }, Ct);
            else await world.Desk.ResumeAsync(world.As(), new() { Stay = stay }, Ct);
            Assert.Equal(i % 2 == 0 ? StayStatus.Paused : StayStatus.Running, (await NextAsync(quick)).Stays[0].Status);
        }

        // What it had not read yet is still there; then its stream ends.
        var read = 0;
        await foreach (var _ in slow.Frames.ReadAllAsync(Ct)) read++;
        Assert.Equal(64, read);
        Assert.Equal(1, world.Get<StayLive>().Listeners);
    }

    [Fact]
    public async Task Who_leaves_frees_everything_and_a_site_without_listeners_is_not_read()
    {
        var world = await WatchedAsync();
        await world.RunningAsync();
        var reads = 0;
        world.OnPrices = () => Interlocked.Increment(ref reads);
        var listeners = Enumerable.Range(0, 5).Select(_ => Listen(world)).ToList();
        foreach (var one in listeners) await NextAsync(one);
        Assert.Equal(5, world.Get<StayLive>().Listeners);
        Assert.Equal(1, Volatile.Read(ref reads));

        foreach (var one in listeners) one.Dispose();
        listeners[0].Dispose();
        Assert.Equal(0, world.Get<StayLive>().Listeners);
        world.Clock.AdvanceMinutes(10);
        await Task.Delay(300, Ct);
        Assert.InRange(Volatile.Read(ref reads), 1, 2);
        using var again = Listen(world);
        Assert.Equal(LiveFrameKind.Snapshot, (await NextAsync(again)).Kind);
    }

    [Fact]
    public async Task No_more_listen_than_the_clinic_allows_and_nobody_without_the_right()
    {
        var world = await WatchedAsync(most: 2);
        using var first = Listen(world);
        using (Listen(world)) Assert.Null(world.Get<StayLive>().Listen(world.As()));
        using var third = Listen(world);

        Assert.Equal(EmergencyBillingRules.RoleMissing, Assert.Throws<EmergencyBillingException>(() => world.Get<StayLive>().Listen(world.As(Role.Pharmacist))).Code);
        // Another site has its own.
        using var elsewhere = world.Get<StayLive>().Listen(world.As() with { Site = world.New<SiteId>() });
        Assert.Empty((await NextAsync(elsewhere!)).Stays);
    }

    [Fact]
    public async Task When_the_data_cannot_be_read_the_listeners_hear_it_and_may_come_again()
    {
        var world = await WatchedAsync();
        world.OnPrices = () => throw new InvalidOperationException("no database");
        using (var listener = Listen(world))
            Assert.IsType<InvalidOperationException>((await Assert.ThrowsAsync<ChannelClosedException>(() => NextAsync(listener))).InnerException);
        world.OnPrices = null;

        using var again = Listen(world);
        Assert.Equal(LiveFrameKind.Snapshot, (await NextAsync(again)).Kind);
    }

    private static Task<Reception> WatchedAsync(int most = 200) => OpenAsync(
        o => (o.LiveLookEvery, o.LiveTickEvery, o.MostLiveListeners) = (Duration.FromMilliseconds(50), Duration.FromSeconds(15), most));

    private static LiveListener Listen(Reception world, string? after = null) => world.Get<StayLive>().Listen(world.As(), after)!;

    private static Task<LiveFrame> NextAsync(LiveListener listener) => listener.Frames.ReadAsync(Ct).AsTask().WaitAsync(Patience, Ct);

    private static async Task<LiveFrame> BothAsync(LiveListener first, LiveListener second)
    {
        var frame = await NextAsync(first);
        Assert.Same(frame, await NextAsync(second));
        return frame;
    }
}
