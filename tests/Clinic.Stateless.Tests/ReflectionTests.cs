using Stateless;
using Stateless.Reflection;

namespace Clinic.Stateless.Tests;

public sealed class ReflectionTests
{
    [Fact]
    public void GetInfo_lists_every_edge_with_its_guards()
    {
        var info = Machine().GetInfo();

        var edges = info.States.SelectMany(s => s.FixedTransitions.Select(t =>
            $"{s.UnderlyingState} {t.Trigger.UnderlyingTrigger} {t.DestinationState.UnderlyingState} [{Guards(t)}]"));

        Assert.Equal(
            [
                "Open Shut Closed []",
                "Open Pull Sealed [wax]",
                "Closed Turn Locked [key, dry]",
                "Closed Knock Closed []",
                "Closed Shut Closed [Function]",
                "Locked Turn Closed []",
            ],
            edges);
    }

    [Fact]
    public void GetInfo_lists_states_that_are_only_a_destination()
    {
        var info = Machine().GetInfo();

        Assert.Equal([Door.Open, Door.Closed, Door.Locked, Door.Sealed], info.States.Select(s => (Door)s.UnderlyingState));
        Assert.Equal((Door.Open, typeof(Door), typeof(Push)), ((Door)info.InitialState.UnderlyingState, info.StateType, info.TriggerType));
    }

    [Fact]
    public void GetInfo_tells_ignored_triggers_computed_destinations_and_nesting()
    {
        var states = Machine().GetInfo().States.ToDictionary(s => (Door)s.UnderlyingState);

        Assert.Equal(Push.Knock, Assert.Single(states[Door.Open].IgnoredTriggers).Trigger.UnderlyingTrigger);
        Assert.Equal(Door.Closed, states[Door.Locked].Superstate!.UnderlyingState);
        Assert.Equal(Door.Locked, Assert.Single(states[Door.Closed].Substates).UnderlyingState);
        Assert.Null(states[Door.Open].Superstate);
        var computed = Assert.Single(states[Door.Locked].DynamicTransitions);
        Assert.Equal(Push.Pull, computed.Trigger.UnderlyingTrigger);
        Assert.Equal("how hard", computed.DestinationStateSelectorDescription.Description);
        Assert.Equal([("Open", "hard"), ("Sealed", "softly")], computed.PossibleDestinationStates!.Select(d => (d.DestinationState, d.Criterion)));
        Assert.Equal(2, states[Door.Locked].Transitions.Count());
        Assert.Equal("Locked", states[Door.Locked].ToString());
    }

    private static string Guards(TransitionInfo transition) =>
        string.Join(", ", transition.GuardConditionsMethodDescriptions.Select(g => g.Description));

    private static StateMachine<Door, Push> Machine()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open)
            .Permit(Push.Shut, Door.Closed)
            .PermitIf(Push.Pull, Door.Sealed, () => true, "wax")
            .IgnoreIf(Push.Knock, () => true, "nobody is home");
        machine.Configure(Door.Closed)
            .PermitIf(Push.Turn, Door.Locked, new Tuple<Func<bool>, string>(() => true, "key"), new(() => true, "dry"))
            .PermitReentry(Push.Knock)
            .InternalTransition(Push.Shut, () => { });
        machine.Configure(Door.Locked)
            .SubstateOf(Door.Closed)
            .Permit(Push.Turn, Door.Closed)
            .PermitDynamic(Push.Pull, () => Door.Open, "how hard", new DynamicStateInfos { { Door.Open, "hard" }, { Door.Sealed, "softly" } });
        return machine;
    }
}
