namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>The trigger runs an action and the state stays; no entry or exit action runs.</summary>
        public StateConfiguration InternalTransition(TTrigger trigger, Action internalAction)
        {
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Internal(trigger, Always(), _ => internalAction()));
        }

        /// <summary>The trigger runs an action and the state stays; the action sees the trigger.</summary>
        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> entryAction)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Add(new Internal(trigger, Always(), entryAction));
        }

        /// <summary>Runs whenever the state is entered from outside.</summary>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(StateAction.Of(_ => entryAction()));
        }

        /// <summary>Runs whenever the state is entered from outside, with the transition.</summary>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(StateAction.Of(entryAction));
        }

        /// <summary>Runs when the state is entered; only <c>FireAsync</c> may lead here.</summary>
        public StateConfiguration OnEntryAsync(Func<Task> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(new StateAction(_ => entryAction()) { AsynchronousOnly = t => $"OnEntry event for '{t.Destination}'" });
        }

        /// <summary>Runs when this trigger leads into the state.</summary>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return EntryFrom(trigger, _ => entryAction());
        }

        /// <summary>Runs when this trigger leads into the state, with the transition.</summary>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return EntryFrom(trigger, entryAction);
        }

        /// <summary>Runs when this trigger leads into the state, with its argument.</summary>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return EntryFrom(TriggerOf(trigger), t => entryAction(Arguments.Read<TArg0>(t.Parameters)));
        }

        /// <summary>Runs whenever the state is left.</summary>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exit(StateAction.Of(_ => exitAction()));
        }

        /// <summary>Runs whenever the state is left, with the transition.</summary>
        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exit(StateAction.Of(exitAction));
        }

        /// <summary>Runs when the state is left; only <c>FireAsync</c> may do that.</summary>
        public StateConfiguration OnExitAsync(Func<Task> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exit(new StateAction(_ => exitAction()) { AsynchronousOnly = t => $"OnExit event for '{t.Source}'" });
        }

        // An unguarded internal transition is listed with one nameless guard, as the package does.
        private static TransitionGuard Always() => TransitionGuard.Of(() => true, null);

        private StateConfiguration EntryFrom(TTrigger trigger, Action<Transition> action) =>
            Entry(new StateAction(transition =>
            {
                action(transition);
                return Task.CompletedTask;
            })
            {
                AppliesTo = transition => EqualityComparer<TTrigger>.Default.Equals(transition.Trigger, trigger),
            });

        private StateConfiguration Entry(StateAction action)
        {
            representation.AddEntry(action);
            return this;
        }

        private StateConfiguration Exit(StateAction action)
        {
            representation.AddExit(action);
            return this;
        }
    }
}
