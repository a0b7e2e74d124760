namespace Stateless.Reflection;

/// <summary>One possible destination and when it is chosen.</summary>
internal sealed class DynamicStateInfo(string destinationState, string criterion)
{
    /// <summary>The name of the state.</summary>
    public string DestinationState { get; set; } = destinationState;

    /// <summary>When it is chosen.</summary>
    public string Criterion { get; set; } = criterion;
}
