using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>A fresh, empty installation of an adapter for one case; its author implements this.</summary>
/// <remarks>
/// <see cref="Get{T}"/> gives every port, <see cref="IUnitOfWork"/>, <see cref="ICommitStore"/> and <see cref="IIdGenerator"/>, all on
/// <see cref="Clock"/> and on one database. Nothing of another case may be seen.
/// </remarks>
public interface IClinicStores : IAsyncDisposable
{
    /// <summary>The clock of this installation; cases move it.</summary>
    ContractClock Clock { get; }

    /// <summary>The clinic in which a case works.</summary>
    TenantId Tenant { get; }

    /// <summary>Another clinic, which must never see the first.</summary>
    TenantId OtherTenant { get; }

    /// <summary>A port or service of this installation.</summary>
    T Get<T>()
        where T : notnull;
}
