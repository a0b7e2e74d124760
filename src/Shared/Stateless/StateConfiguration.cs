using Stateless.Reflection;

namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>The configuration of one state, in a chain of sentences.</summary>
    public sealed partial class StateConfiguration
    {
        private readonly StateRepresentation representation;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, StateRepresentation representation)
        {
            Machine = machine;
            this.representation = representation;
        }

        /// <summary>The state that is configured.</summary>
        public TState State => representation.State;

        /// <summary>The machine that is configured.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>The trigger leads to another state.</summary>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            PermitWith(trigger, destinationState, TransitionGuard.None);

        /// <summary>The trigger leaves the state and enters it again.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger) =>
            Add(new Reentry(trigger, State, TransitionGuard.None));

        /// <summary>The trigger is accepted and does nothing.</summary>
        public StateConfiguration Ignore(TTrigger trigger) => Add(new Ignored(trigger, TransitionGuard.None));

        /// <summary>The trigger leads to a state that is computed when it fires.</summary>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new Dynamic(trigger, _ => destinationStateSelector(), new DynamicTransitionInfo(
                new TriggerInfo(trigger),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                possibleDestinationStates)));
        }

        /// <summary>The trigger leads to a state that is computed from its argument.</summary>
        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new Dynamic(trigger.Trigger, args => destinationStateSelector(Arguments.Read<TArg0>(args)), new DynamicTransitionInfo(
                new TriggerInfo(trigger.Trigger),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                possibleDestinationStates)));
        }

        /// <summary>The state lies inside another and accepts what that one accepts.</summary>
        /// <exception cref="ArgumentException">The state would lie inside itself.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            if (Same(State, superstate))
                throw new ArgumentException($"Configuring {State} as a substate of {superstate} creates an illegal cyclic configuration.");
            var super = Machine.RepresentationOf(superstate);
            if (super.IsIncludedIn(State))
                throw new ArgumentException($"Configuring {State} as a substate of {superstate} creates an illegal nested cyclic configuration.");
            representation.PutUnder(super);
            return this;
        }

        private StateConfiguration PermitWith(TTrigger trigger, TState destinationState, TransitionGuard guard)
        {
            if (Same(State, destinationState))
            {
                throw new ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().");
            }

            return Add(new Fixed(trigger, destinationState, guard));
        }

        private StateConfiguration Add(TriggerBehaviour behaviour)
        {
            representation.Add(behaviour);
            return this;
        }
    }
}
