namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>The trigger leads to another state if the guard holds.</summary>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            PermitWith(trigger, destinationState, TransitionGuard.Of(guard, guardDescription));

        /// <summary>The trigger leads to another state if every guard holds.</summary>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards) =>
            PermitWith(trigger, destinationState, TransitionGuard.Of(guards));

        /// <summary>The trigger leads to another state if the guard holds for its argument.</summary>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, bool> guard, string? guardDescription = null) =>
            PermitWith(TriggerOf(trigger), destinationState, TransitionGuard.Of(guard, guardDescription));

        /// <summary>The trigger leads to another state if every guard holds for its argument.</summary>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            PermitWith(TriggerOf(trigger), destinationState, TransitionGuard.Of(guards));

        /// <summary>The trigger leaves the state and enters it again if the guard holds.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new Reentry(trigger, State, TransitionGuard.Of(guard, guardDescription)));

        /// <summary>The trigger leaves the state and enters it again if every guard holds.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new Reentry(trigger, State, TransitionGuard.Of(guards)));

        /// <summary>The trigger leaves the state and enters it again if the guard holds for its argument.</summary>
        public StateConfiguration PermitReentryIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string? guardDescription = null) =>
            Add(new Reentry(TriggerOf(trigger), State, TransitionGuard.Of(guard, guardDescription)));

        /// <summary>The trigger does nothing if the guard holds.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new Ignored(trigger, TransitionGuard.Of(guard, guardDescription)));

        /// <summary>The trigger does nothing if every guard holds.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new Ignored(trigger, TransitionGuard.Of(guards)));

        /// <summary>The trigger does nothing if the guard holds for its argument.</summary>
        public StateConfiguration IgnoreIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string? guardDescription = null) =>
            Add(new Ignored(TriggerOf(trigger), TransitionGuard.Of(guard, guardDescription)));

        private static TTrigger TriggerOf(TriggerWithParameters trigger)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return trigger.Trigger;
        }
    }
}
