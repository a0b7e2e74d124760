using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class SubstateTests
{
    private readonly List<string> steps = [];

    [Fact]
    public void Entering_from_outside_enters_the_superstate_first_and_leaving_exits_it_last()
    {
        var machine = Machine(Door.Open);

        machine.Fire(Push.Turn);
        Assert.Equal(["exit Open", "entry Closed", "entry Locked"], steps);

        steps.Clear();
        machine.Fire(Push.Pull);
        Assert.Equal(["exit Locked", "exit Closed", "entry Open"], steps);
    }

    [Fact]
    public void Moving_between_superstate_and_substate_runs_the_substates_actions_only()
    {
        var machine = Machine(Door.Closed);

        machine.Fire(Push.Turn);
        machine.Fire(Push.Turn);

        Assert.Equal(["entry Locked", "exit Locked"], steps);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void Substate_is_in_its_superstate()
    {
        var machine = Machine(Door.Locked);

        Assert.True(machine.IsInState(Door.Locked));
        Assert.True(machine.IsInState(Door.Closed));
        Assert.False(machine.IsInState(Door.Open));
        Assert.False(Machine(Door.Closed).IsInState(Door.Locked));
    }

    [Fact]
    public void Own_transition_wins_over_the_inherited_one()
    {
        var machine = new StateMachine<Door, Push>(Door.Locked);
        machine.Configure(Door.Closed).Permit(Push.Pull, Door.Open);
        machine.Configure(Door.Locked).SubstateOf(Door.Closed).Permit(Push.Pull, Door.Sealed);

        machine.Fire(Push.Pull);

        Assert.Equal(Door.Sealed, machine.State);
    }

    [Fact]
    public void Inherited_transition_is_taken_when_the_own_guard_fails()
    {
        var machine = new StateMachine<Door, Push>(Door.Locked);
        machine.Configure(Door.Closed).Permit(Push.Pull, Door.Open);
        machine.Configure(Door.Locked).SubstateOf(Door.Closed).PermitIf(Push.Pull, Door.Sealed, () => false, "wax");

        machine.Fire(Push.Pull);

        Assert.Equal(Door.Open, machine.State);
    }

    [Fact]
    public void Failed_guards_are_the_superstates_where_it_handles_the_trigger_else_the_own()
    {
        var machine = new StateMachine<Door, Push>(Door.Locked);
        machine.Configure(Door.Closed).PermitIf(Push.Pull, Door.Open, () => false, "outer");
        machine.Configure(Door.Locked).SubstateOf(Door.Closed)
            .PermitIf(Push.Pull, Door.Sealed, () => false, "inner")
            .PermitIf(Push.Turn, Door.Sealed, () => false, "own");

        machine.CanFire(Push.Pull, out var pull);
        machine.CanFire(Push.Turn, out var turn);

        Assert.Equal(["outer"], pull!);
        Assert.Equal(["own"], turn!);
    }

    [Fact]
    public void Superstates_transition_into_the_current_substate_does_nothing()
    {
        var machine = Machine(Door.Locked);
        machine.Configure(Door.Closed).Permit(Push.Knock, Door.Locked);

        machine.Fire(Push.Knock);

        Assert.Empty(steps);
        Assert.Equal(Door.Locked, machine.State);
    }

    [Fact]
    public void Superstates_reentry_leaves_the_substate_for_good()
    {
        var machine = Machine(Door.Locked);
        machine.Configure(Door.Closed).PermitReentry(Push.Knock);
        machine.OnTransitioned(t => steps.Add($"{t.Source} to {t.Destination}"));

        machine.Fire(Push.Knock);

        Assert.Equal(["exit Locked", "exit Closed", "Closed to Closed", "entry Closed"], steps);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void Inherited_internal_transition_keeps_the_substate()
    {
        var machine = Machine(Door.Locked);
        machine.Configure(Door.Closed).InternalTransition(Push.Knock, t => steps.Add($"knock in {t.Source}"));

        machine.Fire(Push.Knock);

        Assert.Equal(["knock in Locked"], steps);
        Assert.Equal(Door.Locked, machine.State);
    }

    [Fact]
    public void Three_levels_are_left_up_to_the_common_superstate()
    {
        var machine = Machine(Door.Sealed);
        machine.Configure(Door.Sealed).SubstateOf(Door.Locked).Permit(Push.Knock, Door.Closed);

        machine.Fire(Push.Knock);

        Assert.Equal(["exit Sealed", "exit Locked"], steps);
    }

    private StateMachine<Door, Push> Machine(Door start)
    {
        var machine = new StateMachine<Door, Push>(start);
        machine.Configure(Door.Open).Permit(Push.Turn, Door.Locked);
        machine.Configure(Door.Closed).Permit(Push.Pull, Door.Open).Permit(Push.Turn, Door.Locked);
        machine.Configure(Door.Locked).SubstateOf(Door.Closed).Permit(Push.Turn, Door.Closed);
        foreach (var state in Enum.GetValues<Door>())
            machine.Configure(state).OnEntry(() => steps.Add($"entry {state}")).OnExit(() => steps.Add($"exit {state}"));
        return machine;
    }
}
