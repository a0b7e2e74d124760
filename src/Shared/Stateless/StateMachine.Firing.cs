namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object?[] Args)> queue = new();
    private bool firing;

    /// <summary>Takes the transition of the trigger; inside an action, after the running transition.</summary>
    /// <exception cref="InvalidOperationException">The state does not accept the trigger.</exception>
    public void Fire(TTrigger trigger) => FireQueued(trigger, []);

    /// <summary>Takes the transition of a trigger that carries an argument.</summary>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        FireQueued(trigger.Trigger, [arg0]);
    }

    /// <summary>Takes the transition of the trigger and awaits asynchronous actions.</summary>
    public Task FireAsync(TTrigger trigger) => FireQueuedAsync(trigger, []);

    /// <summary>Takes the transition of a trigger that carries an argument and awaits asynchronous actions.</summary>
    public Task FireAsync<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return FireQueuedAsync(trigger.Trigger, [arg0]);
    }

    private void FireQueued(TTrigger trigger, object?[] args)
    {
        queue.Enqueue((trigger, args));
        if (firing) return;
        firing = true;
        try
        {
            // Asynchronous actions refuse to run here, so the task is always complete.
            while (queue.TryDequeue(out var next)) FireOne(next.Trigger, next.Args, mayAwait: false).GetAwaiter().GetResult();
        }
        finally
        {
            firing = false;
        }
    }

    private async Task FireQueuedAsync(TTrigger trigger, object?[] args)
    {
        if (firing)
        {
            queue.Enqueue((trigger, args));
            return;
        }

        firing = true;
        try
        {
            await FireOne(trigger, args, mayAwait: true).ConfigureAwait(false);
            while (queue.TryDequeue(out var next)) await FireOne(next.Trigger, next.Args, mayAwait: true).ConfigureAwait(false);
        }
        finally
        {
            firing = false;
        }
    }

    private Task FireOne(TTrigger trigger, object?[] args, bool mayAwait)
    {
        if (parameterised.TryGetValue(trigger, out var configured)) configured.Check(args);
        var source = State;
        var representation = RepresentationOf(source);
        var candidate = representation.Find(trigger, args);
        if (candidate is not { IsMet: true })
        {
            unhandled(source, trigger, candidate?.UnmetGuards);
            return Task.CompletedTask;
        }

        return candidate.Behaviour switch
        {
            Reentry reentry => Reenter(representation, new Transition(source, reentry.Destination, trigger, args), mayAwait),
            Dynamic dynamic => Move(representation, new Transition(source, dynamic.Choose(args), trigger, args), mayAwait),
            Fixed @fixed when !Same(source, @fixed.Destination) =>
                Move(representation, new Transition(source, @fixed.Destination, trigger, args), mayAwait),
            Internal @internal => @internal.Run(new Transition(source, source, trigger, args)),
            _ => Task.CompletedTask,
        };
    }

    private async Task Move(StateRepresentation source, Transition transition, bool mayAwait)
    {
        await source.Exit(transition, mayAwait).ConfigureAwait(false);
        State = transition.Destination;
        foreach (var callback in transitioned) callback(transition);
        await RepresentationOf(transition.Destination).Enter(transition, mayAwait).ConfigureAwait(false);
        if (!Same(State, transition.Destination)) State = transition.Destination;
    }

    private async Task Reenter(StateRepresentation source, Transition transition, bool mayAwait)
    {
        await source.Exit(transition, mayAwait).ConfigureAwait(false);
        var destination = RepresentationOf(transition.Destination);
        if (!transition.IsReentry)
        {
            // The superstate itself is left and entered again: the substate is left for good.
            transition = new Transition(transition.Destination, transition.Destination, transition.Trigger, transition.Parameters);
            await destination.Exit(transition, mayAwait).ConfigureAwait(false);
        }

        foreach (var callback in transitioned) callback(transition);
        await destination.Enter(transition, mayAwait).ConfigureAwait(false);
        State = transition.Destination;
    }
}
