namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger that carries arguments.</summary>
    public abstract class TriggerWithParameters
    {
        private readonly Type argumentType;

        private protected TriggerWithParameters(TTrigger underlyingTrigger, Type argumentType)
        {
            Trigger = underlyingTrigger;
            this.argumentType = argumentType;
        }

        /// <summary>The trigger itself.</summary>
        public TTrigger Trigger { get; }

        internal void Check(object?[] args) => Arguments.Check(args, argumentType);
    }

    /// <summary>A trigger that carries one argument.</summary>
    /// <typeparam name="TArg0">The type of the argument.</typeparam>
    public sealed class TriggerWithParameters<TArg0>(TTrigger underlyingTrigger)
        : TriggerWithParameters(underlyingTrigger, typeof(TArg0));
}
