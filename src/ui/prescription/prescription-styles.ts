import { fitting } from '../styles/tokens.ts';
import { css } from 'lit';

export const prescriptionStyles = css`
  ${fitting('.two', '16rem', 'var(--s4)', 'end')}
  .plain input {
    inline-size: 100%;
    font-size: 1rem;
  }
  .item + .item {
    margin-block-start: var(--s4);
  }
  .item header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--s3);
  }
  dl.items {
    display: grid;
    gap: var(--s3);
  }
  .reads {
    padding-inline-start: var(--s4);
    border-inline-start: 3px solid var(--line);
  }
  .items dt {
    font-weight: 640;
  }
  .items dd + dd {
    margin-block-start: var(--s1);
  }
`;
