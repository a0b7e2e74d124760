using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class ConfigurationTests
{
    private readonly StateMachine<Door, Push> machine = new(Door.Open);

    [Fact]
    public void Permit_WhenSourceAndDestinationAreTheSame_Throws()
    {
        const string Sentence =
            "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().";
        var open = machine.Configure(Door.Open);

        Assert.Equal(Sentence, Assert.Throws<ArgumentException>(() => open.Permit(Push.Shut, Door.Open)).Message);
        Assert.Equal(Sentence, Assert.Throws<ArgumentException>(() => open.PermitIf(Push.Shut, Door.Open, () => true)).Message);
    }

    [Fact]
    public void SubstateOf_WhenTheStateWouldLieInItself_Throws()
    {
        machine.Configure(Door.Locked).SubstateOf(Door.Closed);
        machine.Configure(Door.Sealed).SubstateOf(Door.Locked);

        Assert.Throws<ArgumentException>(() => machine.Configure(Door.Open).SubstateOf(Door.Open));
        Assert.Throws<ArgumentException>(() => machine.Configure(Door.Closed).SubstateOf(Door.Sealed));
    }

    [Fact]
    public void Configure_Twice_ContinuesTheSameState()
    {
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);
        var again = machine.Configure(Door.Open).Ignore(Push.Knock);

        Assert.Equal([Push.Shut, Push.Knock], machine.GetPermittedTriggers());
        Assert.Equal(Door.Open, again.State);
        Assert.Same(machine, again.Machine);
    }

    [Fact]
    public void Entry_actions_run_in_the_order_of_configuration_and_those_of_a_trigger_only_with_it()
    {
        var steps = new List<string>();
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed).Permit(Push.Pull, Door.Closed);
        machine.Configure(Door.Closed)
            .Permit(Push.Turn, Door.Open)
            .OnEntry(() => steps.Add("first"))
            .OnEntryFrom(Push.Pull, () => steps.Add("pulled"))
            .OnEntryFrom(Push.Shut, t => steps.Add($"by {t.Trigger}"))
            .OnEntry(() => steps.Add("last"));

        machine.Fire(Push.Shut);
        machine.Fire(Push.Turn);
        machine.Fire(Push.Pull);

        Assert.Equal(["first", "by Shut", "last", "first", "pulled", "last"], steps);
    }
}
