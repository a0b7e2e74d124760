using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class AskingTests
{
    [Fact]
    public void CanFire_TellsWithTheFailedGuards()
    {
        var machine = new StateMachine<Door, Push>(Door.Closed);
        machine.Configure(Door.Closed)
            .Permit(Push.Pull, Door.Open)
            .PermitIf(Push.Turn, Door.Locked, () => false, "has a key");

        Assert.True(machine.CanFire(Push.Pull, out var none));
        Assert.Empty(none!);
        Assert.False(machine.CanFire(Push.Turn, out var unmet));
        Assert.Equal(["has a key"], unmet!);
        Assert.False(machine.CanFire(Push.Knock, out var absent));
        Assert.Null(absent);
        Assert.True(machine.CanFire(Push.Pull));
        Assert.False(machine.CanFire(Push.Turn));
    }

    [Fact]
    public void Failed_guards_of_all_transitions_are_told_without_repeating_the_others()
    {
        var machine = new StateMachine<Door, Push>(Door.Closed);
        machine.Configure(Door.Closed)
            .PermitIf(Push.Turn, Door.Locked, Guard(false, "key"), Guard(false, "key"), Guard(false, "dry"))
            .PermitIf(Push.Turn, Door.Sealed, Guard(false, "dry"), Guard(false, "wax"));

        machine.CanFire(Push.Turn, out var unmet);

        Assert.Equal(["key", "key", "dry", "wax"], unmet!);
    }

    [Fact]
    public void Permitted_triggers_are_own_and_inherited_ones_whose_guards_hold()
    {
        var machine = new StateMachine<Door, Push>(Door.Locked);
        machine.Configure(Door.Closed).Permit(Push.Pull, Door.Open).PermitIf(Push.Shut, Door.Sealed, () => false);
        machine.Configure(Door.Locked).SubstateOf(Door.Closed).Permit(Push.Turn, Door.Closed).Ignore(Push.Knock);

        Assert.Equal([Push.Turn, Push.Knock, Push.Pull], machine.GetPermittedTriggers());
        Assert.Equal([Push.Turn, Push.Knock, Push.Pull], machine.PermittedTriggers);
    }

    [Fact]
    public void Every_guard_is_asked_once_per_question()
    {
        var asked = 0;
        var machine = new StateMachine<Door, Push>(Door.Closed);
        machine.Configure(Door.Closed).PermitIf(Push.Turn, Door.Locked, () => ++asked > 0);

        Assert.True(machine.CanFire(Push.Turn));
        Assert.Equal(1, asked);
        machine.Fire(Push.Turn);
        Assert.Equal(2, asked);
    }

    [Fact]
    public void ToString_tells_state_and_permitted_triggers()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed).Ignore(Push.Knock);

        Assert.Equal("StateMachine { State = Open, PermittedTriggers = { Shut, Knock }}", machine.ToString());
    }

    private static Tuple<Func<bool>, string> Guard(bool holds, string description) => new(() => holds, description);
}
