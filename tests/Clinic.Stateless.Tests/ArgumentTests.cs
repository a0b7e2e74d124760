using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class ArgumentTests
{
    private readonly StateMachine<Door, Push> machine = new(Door.Closed);

    [Fact]
    public void Guard_and_entry_action_see_the_argument()
    {
        var seen = new List<int>();
        var turn = machine.SetTriggerParameters<int>(Push.Turn);
        machine.Configure(Door.Closed).PermitIf(turn, Door.Locked, turns => turns > 1, "twice at least");
        machine.Configure(Door.Locked).OnEntryFrom(turn, turns => seen.Add(turns)).OnEntryFrom(Push.Knock, () => seen.Add(-1));

        Assert.False(machine.CanFire(turn, 1, out var unmet));
        Assert.Equal(["twice at least"], unmet!);
        Assert.True(machine.CanFire(turn, 2));
        machine.Fire(turn, 2);

        Assert.Equal([2], seen);
        Assert.Equal(Door.Locked, machine.State);
        Assert.Equal(Push.Turn, turn.Trigger);
    }

    [Fact]
    public void Asked_without_an_argument_the_guard_sees_the_default_value()
    {
        var turn = machine.SetTriggerParameters<int>(Push.Turn);
        machine.Configure(Door.Closed).PermitIf(turn, Door.Locked, turns => turns == 0, "not at all");

        Assert.True(machine.CanFire(Push.Turn));
        Assert.False(machine.CanFire(turn, 1));
        Assert.Equal([Push.Turn], machine.GetPermittedTriggers());
        Assert.Empty(machine.GetPermittedTriggers(1));
    }

    [Fact]
    public void Every_form_of_guard_takes_the_argument()
    {
        var turn = machine.SetTriggerParameters<int>(Push.Turn);
        var knock = machine.SetTriggerParameters<string>(Push.Knock);
        var pull = machine.SetTriggerParameters<int>(Push.Pull);
        machine.Configure(Door.Closed)
            .PermitIf(turn, Door.Locked, new Tuple<Func<int, bool>, string>(t => t > 1, "a"), new(t => t > 2, "b"))
            .PermitReentryIf(knock, who => who == "me", "it is me")
            .IgnoreIf(knock, who => who != "me", "it is not me")
            .PermitDynamic(pull, force => force > 5 ? Door.Open : Door.Sealed);

        Assert.False(machine.CanFire(turn, 1, out var both));
        Assert.Equal(["a", "b"], both!);
        machine.Fire(knock, "you");
        machine.Fire(knock, "me");
        machine.Fire(pull, 9);
        Assert.Equal(Door.Open, machine.State);
    }

    [Fact]
    public void Guard_on_an_argument_without_description_is_nameless_even_if_it_is_a_method()
    {
        var turn = machine.SetTriggerParameters<int>(Push.Turn);
        machine.Configure(Door.Closed).PermitIf(turn, Door.Locked, IsOdd).PermitIf(Push.Knock, Door.Sealed, IsNight);

        machine.CanFire(turn, 2, out var unmet);
        machine.CanFire(Push.Knock, out var named);

        Assert.Equal(["Function"], unmet!);
        Assert.Equal([nameof(IsNight)], named!);
    }

    [Fact]
    public void Transition_carries_the_argument()
    {
        var turn = machine.SetTriggerParameters<int>(Push.Turn);
        machine.Configure(Door.Closed).Permit(Push.Turn, Door.Locked);
        object[] seen = [];
        machine.OnTransitioned(t => seen = t.Parameters!);

        machine.Fire(turn, 3);

        Assert.Equal([3], seen);
    }

    [Fact]
    public void SetTriggerParameters_Twice_Throws()
    {
        machine.SetTriggerParameters<int>(Push.Turn);

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.SetTriggerParameters<string>(Push.Turn));

        Assert.EndsWith("have already been configured.", refusal.Message, StringComparison.Ordinal);
    }

    private static bool IsOdd(int number) => number % 2 == 1;

    private static bool IsNight() => false;
}
