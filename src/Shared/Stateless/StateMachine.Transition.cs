namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>One change of state and what caused it.</summary>
    public sealed class Transition(TState source, TState destination, TTrigger trigger, object?[]? parameters = null)
    {
        /// <summary>The state that is left.</summary>
        public TState Source { get; } = source;

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; } = destination;

        /// <summary>The trigger that caused it.</summary>
        public TTrigger Trigger { get; } = trigger;

        /// <summary>The arguments of the trigger; empty where it carries none.</summary>
        public object?[] Parameters { get; } = parameters ?? [];

        /// <summary>True when a state is left and entered again.</summary>
        public bool IsReentry => Same(Source, Destination);
    }
}
