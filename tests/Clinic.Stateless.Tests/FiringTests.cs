using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class FiringTests
{
    [Fact]
    public void Fire_WhenPermitted_MovesToTheDestination()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);

        machine.Fire(Push.Shut);

        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void State_kept_elsewhere_is_read_and_written_there()
    {
        var kept = Door.Open;
        var machine = new StateMachine<Door, Push>(() => kept, state => kept = state);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);
        machine.Configure(Door.Closed).Permit(Push.Pull, Door.Open);

        machine.Fire(Push.Shut);
        Assert.Equal(Door.Closed, kept);

        kept = Door.Open;
        Assert.Equal(Door.Open, machine.State);
        Assert.True(machine.CanFire(Push.Shut));
    }

    [Fact]
    public void Fire_WhenNotConfigured_ThrowsWithStateAndTrigger()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Turn));

        Assert.Equal(
            "No valid leaving transitions are permitted from state 'Open' for trigger 'Turn'. Consider ignoring the trigger.",
            refusal.Message);
        Assert.Equal(Door.Open, machine.State);
    }

    [Fact]
    public void Fire_WhenGuardsFail_ThrowsWithEveryDescription()
    {
        var machine = new StateMachine<Door, Push>(Door.Closed);
        machine.Configure(Door.Closed).PermitIf(
            Push.Turn, Door.Locked, Tuple.Create<Func<bool>, string>(() => false, "has a key"), new(() => true, "is dry"), new(() => false, "is day"));

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Turn));

        Assert.Equal(
            "Trigger 'Turn' is valid for transition from state 'Closed' but a guard conditions are not met. Guard descriptions: 'has a key, is day'.",
            refusal.Message);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void OnUnhandledTrigger_GetsTheFailedGuards_OrNullWhereNotConfigured()
    {
        var machine = new StateMachine<Door, Push>(Door.Closed);
        machine.Configure(Door.Closed).PermitIf(Push.Turn, Door.Locked, () => false, "has a key");
        var calls = new List<(Door State, Push Trigger, string? Unmet)>();
        machine.OnUnhandledTrigger((state, trigger, unmet) => calls.Add((state, trigger, unmet is null ? null : string.Join('+', unmet))));

        machine.Fire(Push.Turn);
        machine.Fire(Push.Knock);

        Assert.Equal([(Door.Closed, Push.Turn, "has a key"), (Door.Closed, Push.Knock, null)], calls);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void OnUnhandledTrigger_WithTwoArguments_ReplacesTheException()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        var seen = new List<(Door, Push)>();
        machine.OnUnhandledTrigger((state, trigger) => seen.Add((state, trigger)));

        machine.Fire(Push.Turn);

        Assert.Equal([(Door.Open, Push.Turn)], seen);
    }

    [Fact]
    public void Fire_InsideAnAction_RunsAfterTheRunningTransition()
    {
        var steps = new List<string>();
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);
        machine.Configure(Door.Closed)
            .Permit(Push.Turn, Door.Locked)
            .OnEntry(() =>
            {
                steps.Add("closed begins");
                machine.Fire(Push.Turn);
                steps.Add($"still {machine.State}");
            });
        machine.Configure(Door.Locked).OnEntry(() => steps.Add("locked"));

        machine.Fire(Push.Shut);

        Assert.Equal(["closed begins", "still Closed", "locked"], steps);
        Assert.Equal(Door.Locked, machine.State);
    }

    [Fact]
    public void Trigger_queued_before_an_exception_runs_with_the_next_fire()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);
        machine.Configure(Door.Closed)
            .Permit(Push.Turn, Door.Locked)
            .OnEntry(() =>
            {
                machine.Fire(Push.Turn);
                throw new FormatException("the action failed");
            });
        machine.Configure(Door.Locked).Permit(Push.Pull, Door.Open);

        Assert.Throws<FormatException>(() => machine.Fire(Push.Shut));
        Assert.Equal(Door.Closed, machine.State);

        machine.Fire(Push.Pull);
        Assert.Equal(Door.Open, machine.State);
    }

    [Fact]
    public void OnTransitioned_runs_after_exit_and_the_change_and_before_entry()
    {
        var steps = new List<string>();
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed).OnExit(t => steps.Add($"exit {t.Source} in {machine.State}"));
        machine.Configure(Door.Closed).OnEntry(t => steps.Add($"entry {t.Destination} by {t.Trigger} in {machine.State}"));
        machine.OnTransitioned(t => steps.Add($"{t.Source} to {t.Destination} by {t.Trigger}, {t.Parameters.Length}, {t.IsReentry}, in {machine.State}"));

        machine.Fire(Push.Shut);

        Assert.Equal(["exit Open in Open", "Open to Closed by Shut, 0, False, in Closed", "entry Closed by Shut in Closed"], steps);
    }

    [Fact]
    public void Same_trigger_may_lead_to_two_states_while_one_guard_holds()
    {
        var dry = true;
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open)
            .PermitIf(Push.Shut, Door.Closed, () => dry)
            .PermitIf(Push.Shut, Door.Sealed, () => !dry);

        machine.Fire(Push.Shut);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void Fire_WhenTwoTransitionsArePermitted_Throws()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed).PermitIf(Push.Shut, Door.Sealed, () => true);

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Shut));

        Assert.Equal(
            "Multiple permitted exit transitions are configured from state 'Open' for trigger 'Shut'. Guard clauses must be mutually exclusive.",
            refusal.Message);
        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Push.Shut));
    }
}
