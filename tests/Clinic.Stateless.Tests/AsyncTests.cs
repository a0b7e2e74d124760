using Stateless;

namespace Clinic.Stateless.Tests;

public sealed class AsyncTests
{
    private readonly List<string> steps = [];

    [Fact]
    public async Task FireAsync_awaits_exit_and_entry_actions_in_order()
    {
        var machine = Machine();

        await machine.FireAsync(Push.Shut);

        Assert.Equal(["exit begins", "exit ends", "entry begins", "entry ends"], steps);
        Assert.Equal(Door.Closed, machine.State);
    }

    [Fact]
    public void Fire_WhenAnExitActionIsAsynchronous_Throws()
    {
        var machine = Machine();

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Shut));

        Assert.Equal(
            "Cannot execute asynchronous action specified in OnExit event for 'Open' state. Use asynchronous version of Fire [FireAsync]",
            refusal.Message);
        Assert.Equal(Door.Open, machine.State);
    }

    [Fact]
    public void Fire_WhenAnEntryActionIsAsynchronous_Throws()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);
        machine.Configure(Door.Closed).OnEntryAsync(() => Task.CompletedTask);

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire(Push.Shut));

        Assert.Equal(
            "Cannot execute asynchronous action specified in OnEntry event for 'Closed' state. Use asynchronous version of Fire [FireAsync]",
            refusal.Message);
    }

    [Fact]
    public async Task FireAsync_inside_an_action_runs_after_the_running_transition()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed);
        machine.Configure(Door.Closed)
            .Permit(Push.Turn, Door.Locked)
            .OnEntryAsync(async () =>
            {
                await machine.FireAsync(Push.Turn);
                steps.Add($"still {machine.State}");
            });

        await machine.FireAsync(Push.Shut);

        Assert.Equal(["still Closed"], steps);
        Assert.Equal(Door.Locked, machine.State);
    }

    [Fact]
    public async Task FireAsync_refuses_like_Fire()
    {
        var machine = new StateMachine<Door, Push>(Door.Closed);
        var turn = machine.SetTriggerParameters<int>(Push.Turn);
        machine.Configure(Door.Closed).PermitIf(turn, Door.Locked, turns => turns == 2, "twice").Ignore(Push.Pull).PermitReentry(Push.Shut);

        var absent = await Assert.ThrowsAsync<InvalidOperationException>(() => machine.FireAsync(Push.Knock));
        var unmet = await Assert.ThrowsAsync<InvalidOperationException>(() => machine.FireAsync(turn, 1));
        await machine.FireAsync(Push.Pull);
        await machine.FireAsync(Push.Shut);
        await machine.FireAsync(turn, 2);

        Assert.StartsWith("No valid leaving transitions", absent.Message, StringComparison.Ordinal);
        Assert.Contains("'twice'", unmet.Message, StringComparison.Ordinal);
        Assert.Equal(Door.Locked, machine.State);
    }

    private StateMachine<Door, Push> Machine()
    {
        var machine = new StateMachine<Door, Push>(Door.Open);
        machine.Configure(Door.Open).Permit(Push.Shut, Door.Closed).OnExitAsync(() => Slow("exit"));
        machine.Configure(Door.Closed).OnEntryAsync(() => Slow("entry"));
        return machine;
    }

    private async Task Slow(string what)
    {
        steps.Add($"{what} begins");
        await Task.Yield();
        steps.Add($"{what} ends");
    }
}
