namespace Clinic.Abstractions.Administration;

/// <summary>A command of the administration; each says itself what may enter its payload hash.</summary>
/// <typeparam name="TAnswer">Ids and versions.</typeparam>
public abstract record AdministrationCommand<TAnswer> : ICommand<TAnswer>
{
    /// <summary>The permanent name, such as <c>clinic.add-person</c>.</summary>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract void Describe(IPayloadWriter payload);

    /// <summary>The name only; contents are personal data or secrets.</summary>
    public sealed override string ToString() => Name;
}
