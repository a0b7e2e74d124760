namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>An entry or exit action, perhaps of one trigger only, perhaps asynchronous.</summary>
    internal sealed class StateAction(Func<Transition, Task> action)
    {
        /// <summary>Which event refuses to run synchronously; null for an action that may run anywhere.</summary>
        public Func<Transition, string>? AsynchronousOnly { get; init; }

        /// <summary>Whether the action belongs to this transition.</summary>
        public Func<Transition, bool> AppliesTo { get; init; } = _ => true;

        public static StateAction Of(Action<Transition> action) =>
            new(transition =>
            {
                action(transition);
                return Task.CompletedTask;
            });

        public Task Run(Transition transition, bool mayAwait)
        {
            if (!AppliesTo(transition)) return Task.CompletedTask;
            if (AsynchronousOnly is not null && !mayAwait)
            {
                throw new InvalidOperationException(
                    $"Cannot execute asynchronous action specified in {AsynchronousOnly(transition)} state. Use asynchronous version of Fire [FireAsync]");
            }

            return action(transition);
        }
    }
}
