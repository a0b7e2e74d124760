using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class ReentryTests
{
    private readonly List<string> steps = [];

    [Fact]
    public void Reentry_runs_exit_and_entry_of_the_same_state()
    {
        var machine = Machine();
        machine.Configure(Door.Closed).PermitReentry(Push.Knock);
        machine.OnTransitioned(t => steps.Add($"{t.Source} to {t.Destination}, {t.IsReentry}"));

        machine.Fire(Push.Knock);

        Assert.Equal(["exit", "Closed to Closed, True", "entry"], steps);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void Guarded_reentry_is_refused_with_its_guards()
    {
        var machine = Machine();
        machine.Configure(Door.Closed)
            .PermitReentryIf(Push.Knock, () => false, "somebody is home")
            .PermitReentryIf(Push.Turn, new Tuple<Func<bool>, string>(() => true, "a"), new(() => true, "b"));

        machine.CanFire(Push.Knock, out var unmet);
        machine.Fire(Push.Turn);

        Assert.Equal(["somebody is home"], unmet!);
        Assert.Equal(["exit", "entry"], steps);
    }

    [Fact]
    public void Ignored_trigger_changes_and_runs_nothing()
    {
        var machine = Machine();
        machine.Configure(Door.Closed).Ignore(Push.Knock);
        machine.OnTransitioned(_ => steps.Add("transition"));

        machine.Fire(Push.Knock);

        Assert.Empty(steps);
        Assert.True(machine.CanFire(Push.Knock));
    }

    [Fact]
    public void Trigger_ignored_under_a_guard_is_refused_when_the_guard_fails()
    {
        var quiet = true;
        var machine = Machine();
        machine.Configure(Door.Closed)
            .IgnoreIf(Push.Knock, () => quiet, "it is quiet")
            .IgnoreIf(Push.Turn, new Tuple<Func<bool>, string>(() => quiet, "one"), new(() => quiet, "two"));

        machine.Fire(Push.Knock);
        machine.Fire(Push.Turn);
        quiet = false;

        Assert.Contains("'it is quiet'", Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Knock)).Message, StringComparison.Ordinal);
        Assert.Contains("'one, two'", Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Turn)).Message, StringComparison.Ordinal);
        Assert.Empty(steps);
    }

    [Fact]
    public void Internal_transition_runs_its_action_only()
    {
        var machine = Machine();
        machine.Configure(Door.Closed)
            .InternalTransition(Push.Knock, t => steps.Add($"{t.Trigger} in {t.Source}"))
            .InternalTransition(Push.Turn, () => steps.Add("turned"));
        machine.OnTransitioned(_ => steps.Add("transition"));

        machine.Fire(Push.Knock);
        machine.Fire(Push.Turn);

        Assert.Equal(["Knock in Closed", "turned"], steps);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void Computed_destination_may_be_another_state_or_the_same()
    {
        var next = Door.Closed;
        var machine = Machine();
        machine.Configure(Door.Closed).PermitDynamic(Push.Knock, () => next);

        machine.Fire(Push.Knock);
        Assert.Equal(["exit", "entry"], steps);

        next = Door.Open;
        machine.Fire(Push.Knock);
        Assert.Equal(Door.Open, machine.State);
    }

    private StateMachine<Door, Push> Machine()
    {
        var machine = new StateMachine<Door, Push>(Door.Closed);
        machine.Configure(Door.Closed).OnEntry(() => steps.Add("entry")).OnExit(() => steps.Add("exit"));
        return machine;
    }
}
