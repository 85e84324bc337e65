using System.Data.Common;

namespace Workflows.Engine.Storage;

/// <summary>A row that was to be changed is not there in the version that was read: somebody else has written it.</summary>
internal sealed class RowHasChangedException(object row)
    : DbException($"Expected to change a row of {row.GetType().Name} in the version that was read, but another one stands there.");
